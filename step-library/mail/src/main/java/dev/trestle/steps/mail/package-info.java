/** Steps about the mails that the system sends. */
@NullMarked
package dev.trestle.steps.mail;

import org.jspecify.annotations.NullMarked;
