/** Steps for messages of AMQP 0-9-1 brokers such as RabbitMQ. */
@NullMarked
package dev.trestle.steps.amqp;

import org.jspecify.annotations.NullMarked;
