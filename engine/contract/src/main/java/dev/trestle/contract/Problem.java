package dev.trestle.contract;

/**
 * Something that is not as a document says.
 *
 * @param pointer where in the body, a JSON pointer, empty for the whole; {@code query/limit},
 *     {@code path/id} or {@code header/ETag} for what is outside of it, empty for the whole
 *     exchange
 * @param problem what is wrong, such as {@code wrong type}
 * @param expected what the document says
 * @param actual what there is; may hold a secret
 * @param where the place in the document, a JSON pointer
 */
public record Problem(
    String pointer, String problem, String expected, String actual, String where) {}
