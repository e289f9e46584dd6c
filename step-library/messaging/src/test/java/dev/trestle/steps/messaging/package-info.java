/** Tests of the steps for messages, with a Kafka broker where one is needed. */
@NullMarked
package dev.trestle.steps.messaging;

import org.jspecify.annotations.NullMarked;
