/** The system under test in the fault steps' features. */
@org.jspecify.annotations.NullMarked
package dev.trestle.steps.faults.glue;
