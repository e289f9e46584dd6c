package dev.trestle.protocol;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the host writes as the first line of the runner's standard input; the end of that input ends
 * the runner.
 *
 * @param protocol the format's version, {@link Protocol#VERSION}
 * @param host the host's address, such as {@code http://127.0.0.1:32771}
 * @param token the bearer token for the host
 * @param features paths of feature files or folders, with {@code :line} where wanted
 * @param glue packages or {@code classpath:} folders with glue and phrasebooks of the project
 * @param tags a tag expression, or null
 * @param names regular expressions that a scenario's name must match one of
 * @param lanes how many scenarios run at once
 * @param allureResults the folder for Allure's result files
 * @param dryRun whether steps are matched but not run
 * @param mark the {@link ScenarioTrace#mark} of the run, with which random trace ids begin; empty
 *     for none
 * @param traces what {@link ScenarioTrace#of} makes the scenarios' trace ids of; empty for random
 *     ones
 */
public record RunnerRequest(
    int protocol,
    String host,
    String token,
    List<String> features,
    List<String> glue,
    @Nullable String tags,
    List<String> names,
    int lanes,
    String allureResults,
    boolean dryRun,
    String mark,
    String traces) {}
