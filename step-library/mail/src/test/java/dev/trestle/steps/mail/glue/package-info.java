/** The system under test in the mail steps' features. */
@org.jspecify.annotations.NullMarked
package dev.trestle.steps.mail.glue;
