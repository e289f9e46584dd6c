/**
 * The shop that every stack calls: a small HTTP server that counts, waits and tells lies when
 * asked. Beside it the echo that stands behind an edge.
 */
@NullMarked
package dev.trestle.benchmarks.server;

import org.jspecify.annotations.NullMarked;
