/** Calls a server over and over on kept connections, and says how long the calls took. */
@NullMarked
package dev.trestle.benchmarks.load;

import org.jspecify.annotations.NullMarked;
