/** What a run leaves for people and tools: the HTML report, JUnit XML, metrics. */
@NullMarked
package dev.trestle.host.report;

import org.jspecify.annotations.NullMarked;
