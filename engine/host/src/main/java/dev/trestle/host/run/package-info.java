/** A run: the runner process, the messages it sends, the results made of them. */
@NullMarked
package dev.trestle.host.run;

import org.jspecify.annotations.NullMarked;
