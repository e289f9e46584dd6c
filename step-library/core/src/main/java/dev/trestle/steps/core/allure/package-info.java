/**
 * Allure's result files as Trestle wants them: stable identities, labels from tags, whole files.
 */
@NullMarked
package dev.trestle.steps.core.allure;

import org.jspecify.annotations.NullMarked;
