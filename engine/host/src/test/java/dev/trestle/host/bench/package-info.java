/** Workloads and small harnesses with which times, sizes and memory are measured by hand. */
@NullMarked
package dev.trestle.host.bench;

import org.jspecify.annotations.NullMarked;
