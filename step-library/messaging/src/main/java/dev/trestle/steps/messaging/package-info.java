/** Steps that publish messages to Apache Kafka and look for messages there. */
@NullMarked
package dev.trestle.steps.messaging;

import org.jspecify.annotations.NullMarked;
