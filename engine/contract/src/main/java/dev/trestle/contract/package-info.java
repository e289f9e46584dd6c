/**
 * Documents that say what services tell each other, OpenAPI and AsyncAPI, and what of that is not
 * so.
 */
@NullMarked
package dev.trestle.contract;

import org.jspecify.annotations.NullMarked;
