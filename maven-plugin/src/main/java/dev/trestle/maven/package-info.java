/** Goals: Maven's world in, a request to the host, the outcome, Maven's exception. */
@NullMarked
package dev.trestle.maven;

import org.jspecify.annotations.NullMarked;
