package dev.trestle.host.contract;

import dev.trestle.contract.Problem;
import java.nio.file.Path;

/**
 * Something on an edge that is not as a document says.
 *
 * @param consumer who called
 * @param provider whose document it is
 * @param operation method and path template, or what is published
 * @param part {@code request}, {@code response}, {@code message} or {@code document}
 * @param status the response's status, 0 for none
 * @param problem what is not so
 * @param document the document's file
 */
record Violation(
    String consumer,
    String provider,
    String operation,
    String part,
    int status,
    Problem problem,
    Path document) {}
