package dev.trestle.steps.core.catalogue;

/**
 * A step definition that no text matches, since nothing defines one of its parameter types.
 *
 * @param expression the step's expression
 * @param location where it is defined
 * @param type the name of the parameter type
 */
public record UnusableStep(String expression, String location, String type) {}
