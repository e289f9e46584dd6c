#!/usr/bin/env bash
# Writes server.properties from the variables, formats the storage once, and becomes the broker.
set -euo pipefail

properties=/tmp/server.properties
declare -A settings=()

if ! env | grep -q '^KAFKA_[A-Z]*_'; then
  export KAFKA_NODE_ID=1 KAFKA_PROCESS_ROLES=broker,controller
  export KAFKA_LISTENERS=PLAINTEXT://:9092,CONTROLLER://:9093 KAFKA_ADVERTISED_LISTENERS=PLAINTEXT://localhost:9092
  export KAFKA_CONTROLLER_LISTENER_NAMES=CONTROLLER KAFKA_CONTROLLER_QUORUM_VOTERS=1@localhost:9093
  export KAFKA_LISTENER_SECURITY_PROTOCOL_MAP=CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT
  export KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR=1 KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR=1
  export KAFKA_TRANSACTION_STATE_LOG_MIN_ISR=1 KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS=0
fi
settings[log.dirs]=/var/lib/kafka/data

# KAFKA_A_B is a.b, KAFKA_A__B a_b, KAFKA_A___B a-b; these are no settings of the broker.
while IFS='=' read -r -d '' name value; do
  case $name in
    KAFKA_HEAP_OPTS | KAFKA_OPTS | KAFKA_JVM_PERFORMANCE_OPTS | KAFKA_LOG4J_* | KAFKA_VERSION) ;;
    KAFKA_*)
      key=${name#KAFKA_}
      key=${key//___/-} key=${key//__/%} key=${key//_/.} key=${key//%/_}
      settings[${key,,}]=$value
      ;;
  esac
done < <(env --null)

for key in "${!settings[@]}"; do
  printf '%s=%s\n' "$key" "${settings[$key]}"
done >"$properties"

exec java ${KAFKA_HEAP_OPTS:--Xmx512m} ${KAFKA_JVM_PERFORMANCE_OPTS:--XX:TieredStopAtLevel=1 -XX:+UseSerialGC} ${KAFKA_OPTS:-} \
  -Dorg.slf4j.simpleLogger.defaultLogLevel=warn -cp '/opt/kafka/libs/*' Broker "$properties" "${CLUSTER_ID:-5L6g3nShT-eMCtK--X86sw}"
