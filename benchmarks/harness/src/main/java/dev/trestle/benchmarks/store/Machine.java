package dev.trestle.benchmarks.store;

/**
 * Where it was measured. What is measured elsewhere does not go into the same file.
 *
 * @param processor the processor's model
 * @param cores how many of it
 * @param memory in MB
 * @param kernel the operating system
 * @param java the version of Java
 * @param maven the version of Maven
 */
public record Machine(
    String processor, int cores, long memory, String kernel, String java, String maven) {}
