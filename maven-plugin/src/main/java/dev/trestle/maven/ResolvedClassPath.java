package dev.trestle.maven;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

/**
 * A class path as it was resolved.
 *
 * @param entries the class path
 * @param read every file that the resolution read: jars, and POMs with their parents and imports
 */
record ResolvedClassPath(List<Path> entries, Collection<Path> read) {}
