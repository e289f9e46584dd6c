#!/usr/bin/env bash
# Lists, makes and deletes topics.
exec java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Dorg.slf4j.simpleLogger.defaultLogLevel=error \
  -cp '/opt/kafka/libs/*' org.apache.kafka.tools.TopicCommand "$@"
