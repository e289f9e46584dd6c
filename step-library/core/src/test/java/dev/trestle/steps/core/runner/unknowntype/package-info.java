@NullMarked
package dev.trestle.steps.core.runner.unknowntype;

import org.jspecify.annotations.NullMarked;
