package dev.trestle.host.contract;

import java.nio.file.Path;

/**
 * Who publishes by which AsyncAPI document, and where.
 *
 * @param provider who publishes
 * @param consumer whom the messages are for, empty when that is not known
 * @param document the document's file
 * @param servers the broker's address
 */
public record MessageContract(String provider, String consumer, Path document, String servers) {}
