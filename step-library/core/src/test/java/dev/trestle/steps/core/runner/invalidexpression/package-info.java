@NullMarked
package dev.trestle.steps.core.runner.invalidexpression;

import org.jspecify.annotations.NullMarked;
