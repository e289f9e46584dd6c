/** Steps that break connections between services and look at what went over them. */
@NullMarked
package dev.trestle.steps.faults;

import org.jspecify.annotations.NullMarked;
