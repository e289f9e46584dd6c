package dev.trestle.host.run;

import java.nio.file.Path;

/**
 * What a runner left of itself besides its messages.
 *
 * @param exit its exit code
 * @param lastLines what it printed last
 * @param log the file with all that it printed
 * @param outOfMemory whether it said that it had no memory left
 */
record RunnerOutput(int exit, String lastLines, Path log, boolean outOfMemory) {}
