/** Tests of the steps for HTTP, against a server of the JDK. */
@NullMarked
package dev.trestle.steps.http;

import org.jspecify.annotations.NullMarked;
