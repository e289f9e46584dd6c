/** Tests of documents and checks. */
@NullMarked
package dev.trestle.contract;

import org.jspecify.annotations.NullMarked;
