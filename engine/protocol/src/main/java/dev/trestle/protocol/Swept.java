package dev.trestle.protocol;

/**
 * What the clean-up after killed hosts found, printed as one line.
 *
 * @param hosts how many dead hosts had left something
 */
public record Swept(int hosts) {}
