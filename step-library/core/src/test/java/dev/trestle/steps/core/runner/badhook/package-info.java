@NullMarked
package dev.trestle.steps.core.runner.badhook;

import org.jspecify.annotations.NullMarked;
