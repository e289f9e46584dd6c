package dev.trestle.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.model.Build;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExecutionOutputsTest {

  private static final Path OWN = Path.of("/shop/target/trestle");
  private static final Path USUAL = Path.of("/shop/target/allure-results");

  private final Plugin plugin = new Plugin();
  private final MavenProject project = project();
  private final Map<String, MojoExecution> executions = new HashMap<>();

  private MavenProject project() {
    plugin.setGroupId("dev.trestle");
    plugin.setArtifactId("trestle-maven-plugin");
    Model model = new Model();
    model.setBuild(new Build());
    model.getBuild().addPlugin(plugin);
    return new MavenProject(model);
  }

  private void execution(String id, String... goals) {
    PluginExecution execution = new PluginExecution();
    execution.setId(id);
    execution.setGoals(List.of(goals));
    plugin.addExecution(execution);
  }

  private ExecutionOutputs outputs(String id) {
    return new ExecutionOutputs(
        project,
        executions.computeIfAbsent(id, each -> new MojoExecution(plugin, "run", each)),
        OWN);
  }

  @Test
  void the_first_execution_and_the_command_line_write_to_the_usual_places() {
    execution("up", "start");
    execution("smoke", "run");
    execution("all", "run");

    for (String id : List.of("smoke", "default-cli")) {
      assertThat(outputs(id).folder()).isEqualTo(OWN);
      assertThat(outputs(id).place(USUAL, USUAL, "allure-results")).isEqualTo(USUAL);
    }
  }

  @Test
  void another_one_has_a_folder_of_its_own_but_for_what_it_configures() {
    execution("smoke", "run");
    execution("all of/it", "run");
    Path elsewhere = Path.of("/shop/site/flows.html");

    ExecutionOutputs second = outputs("all of/it");

    assertThat(second.folder()).isEqualTo(OWN.resolve("executions/all_of_it"));
    assertThat(second.place(USUAL, USUAL, "allure-results"))
        .isEqualTo(OWN.resolve("executions/all_of_it/allure-results"));
    assertThat(second.place(elsewhere, USUAL, "report")).isEqualTo(elsewhere);
  }

  @ParameterizedTest
  @CsvSource({"smoke, default-cli", "default-cli, smoke", "all, default-cli"})
  void the_second_one_of_a_build_has_a_folder_of_its_own(String first, String second)
      throws Exception {
    execution("smoke", "run");
    execution("all", "run");
    for (String id : List.of(first, second, first)) {
      ExecutionOutputs outputs = outputs(id);
      outputs.claim(List.of(outputs.folder(), outputs.place(USUAL, USUAL, "allure-results")));
    }

    Path folder = OWN.resolve("executions").resolve(first.equals("all") ? "all" : second);
    assertThat(outputs(first.equals("all") ? first : second).folder()).isEqualTo(folder);
    assertThat(outputs(first.equals("all") ? second : first).folder()).isEqualTo(OWN);
    assertThat(outputs(second).isOfAnother(List.of(OWN))).isEqualTo(!first.equals("all"));
    assertThat(outputs(second).isOfAnother(List.of(Path.of("/shop/elsewhere")))).isFalse();
  }

  @Test
  void the_same_goal_twice_on_the_command_line_writes_to_two_places() throws Exception {
    ExecutionOutputs first = outputs("default-cli");
    first.claim(List.of(first.folder()));
    executions.clear();
    ExecutionOutputs second = outputs("default-cli");

    assertThat(second.folder()).isEqualTo(OWN.resolve("executions/default-cli-2"));
    assertThat(second.isOfAnother(List.of(OWN))).isTrue();
    second.claim(List.of(second.folder()));
    assertThat(second.folder()).isEqualTo(OWN.resolve("executions/default-cli-2"));
    assertThat(first.folder()).isEqualTo(OWN);
    assertThatThrownBy(() -> second.claim(List.of(OWN)))
        .hasMessageStartingWith(
            "The execution 'default-cli-2' would overwrite the results of 'default-cli'.\n");
  }

  @Test
  void two_executions_do_not_write_to_one_place() throws Exception {
    execution("smoke", "run");
    execution("all", "run");
    outputs("smoke").claim(List.of(USUAL));
    assertThatCode(() -> outputs("smoke").claim(List.of(USUAL))).doesNotThrowAnyException();
    outputs("all").claim(List.of(Path.of("/shop/target/other")));

    assertThatThrownBy(
            () -> outputs("all").claim(List.of(Path.of("/shop/target/./allure-results"))))
        .isInstanceOf(MojoFailureException.class)
        .hasMessageStartingWith("The execution 'all' would overwrite the results of 'smoke'.\n")
        .hasMessageContaining("/shop/target/allure-results");
  }
}
