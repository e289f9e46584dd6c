/** Step definitions that Spring builds. */
@NullMarked
package dev.trestle.steps.core.phrase.spring;

import org.jspecify.annotations.NullMarked;
