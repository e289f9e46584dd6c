package dev.trestle.protocol;

/**
 * What the goal {@code mutate} asks the host: would the scenarios notice when a provider answered
 * something else?
 *
 * @param run the scenarios that are to notice it
 * @param budgetMillis how long mutants are tried, without the recorded run
 * @param scenariosPerMutant in how many scenarios a mutant is tried at most, 0 for all that use it
 * @param resume whether an earlier recording and its results are taken where they still fit
 * @param folder where the recording, the results and the reports go, absolute
 */
public record MutationRequest(
    RunRequest run, long budgetMillis, int scenariosPerMutant, boolean resume, String folder) {}
