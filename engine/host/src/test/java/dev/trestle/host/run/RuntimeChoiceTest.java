package dev.trestle.host.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trestle.host.container.EngineAddress;
import dev.trestle.host.container.EngineSearch;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class RuntimeChoiceTest {

  private static final EngineAddress DOCKER =
      new EngineAddress("unix:///var/run/docker.sock", "Docker");
  private static final EngineSearch.Result FOUND =
      new EngineSearch.Result(Optional.of(DOCKER), List.of());

  private static EngineSearch.Result nothing(String... tried) {
    return new EngineSearch.Result(Optional.empty(), List.of(tried));
  }

  @Test
  void auto_takes_containers_when_an_engine_answers_and_says_where() {
    RuntimeChoice choice = RuntimeChoice.of("auto", () -> FOUND);

    assertThat(choice.runtime()).isEqualTo("container");
    assertThat(choice.why()).isEqualTo("an engine answers at unix:///var/run/docker.sock (Docker)");
  }

  @Test
  void auto_takes_processes_otherwise_and_says_why() {
    RuntimeChoice none = RuntimeChoice.of("auto", () -> nothing("unix:///a (Docker): not there"));
    RuntimeChoice silent =
        RuntimeChoice.of(
            "auto", () -> nothing("unix:///a (Docker): not there", "unix:///b (Colima): refused"));

    assertThat(none.runtime()).isEqualTo("process");
    assertThat(none.why()).isEqualTo("there is no container engine");
    assertThat(silent.why()).isEqualTo("no container engine answers: unix:///b (Colima): refused");
  }

  @Test
  void processes_that_are_asked_for_need_no_search() {
    RuntimeChoice choice =
        RuntimeChoice.of(
            "process",
            () -> {
              throw new AssertionError("a search");
            });

    assertThat(choice.runtime()).isEqualTo("process");
  }

  @Test
  void containers_that_are_asked_for_without_an_engine_are_an_error_that_lists_what_was_tried() {
    assertThatThrownBy(
            () -> RuntimeChoice.of("container", () -> nothing("unix:///a (Docker): not there")))
        .isInstanceOf(RunAbortedException.class)
        .hasMessageStartingWith(
            "The container runtime was asked for, and no container engine answers.\n"
                + "Tried:\n  unix:///a (Docker): not there\n")
        .hasMessageContaining("DOCKER_HOST")
        .hasMessageContaining("'process'");
  }

  @Test
  void a_runtime_that_there_is_not_is_an_error() {
    assertThatThrownBy(() -> RuntimeChoice.of("vm", () -> FOUND))
        .isInstanceOf(RunAbortedException.class)
        .hasMessageContaining("There is no runtime 'vm'.")
        .hasMessageContaining("auto, process and container");
  }
}
