/**
 * The shop that every stack calls: a small HTTP server that counts, waits and tells lies when
 * asked.
 */
@NullMarked
package dev.trestle.benchmarks.server;

import org.jspecify.annotations.NullMarked;
