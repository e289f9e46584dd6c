package dev.trestle.host.compose;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A secret or config that a service may read as a file.
 *
 * <p>One that is external, or a variable that is not set, has neither file nor content.
 *
 * @param file the absolute path of the file on this machine, null when it is none
 * @param content the content, null when a file has it
 * @param target the absolute path in the service
 * @param position where the service asks for it
 */
public record FileGrant(
    @Nullable Path file, @Nullable String content, String target, Position position) {}
