/** Tests of the steps for AMQP, with Apache Qpid as the broker. */
@NullMarked
package dev.trestle.steps.amqp;

import org.jspecify.annotations.NullMarked;
