/**
 * Everything that crosses between Maven, the host and the runner: records, their JSON, and the
 * client of the host.
 */
@NullMarked
package dev.trestle.protocol;

import org.jspecify.annotations.NullMarked;
