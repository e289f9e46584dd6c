/** Stands between consumers and providers to record what they say and to break it on purpose. */
@NullMarked
package dev.trestle.host.edge;

import org.jspecify.annotations.NullMarked;
