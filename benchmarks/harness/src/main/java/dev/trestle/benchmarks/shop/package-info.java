/** The shop's server as the harness sees it. */
@NullMarked
package dev.trestle.benchmarks.shop;

import org.jspecify.annotations.NullMarked;
