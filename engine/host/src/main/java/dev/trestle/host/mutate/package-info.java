/** Changes what providers answer, one change for one scenario, and counts what nobody notices. */
@NullMarked
package dev.trestle.host.mutate;

import org.jspecify.annotations.NullMarked;
