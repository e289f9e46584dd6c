/** Exchanges and queues of the tests. */
@NullMarked
package dev.trestle.steps.amqp.glue;

import org.jspecify.annotations.NullMarked;
