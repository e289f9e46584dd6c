package dev.trestle.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.lifecycle.internal.MojoDescriptorCreator;
import org.apache.maven.model.Build;
import org.apache.maven.model.Model;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.Parameter;
import org.apache.maven.plugin.descriptor.PluginDescriptorBuilder;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParametersTest {

  private static final String OURS = "${trestle.";

  static Stream<MojoDescriptor> goals() throws Exception {
    try (Reader descriptor =
        new InputStreamReader(
            ParametersTest.class.getResourceAsStream("/META-INF/maven/plugin.xml"),
            StandardCharsets.UTF_8)) {
      return new PluginDescriptorBuilder()
          .build(descriptor).getMojos().stream()
              .filter(goal -> !goal.getGoal().equals("help"))
              .toList()
              .stream();
    }
  }

  @SuppressWarnings("deprecation") // Maven itself has no other way without a container.
  private static MavenSession session(Properties commandLine) {
    Model model = new Model();
    model.setBuild(new Build());
    model.getBuild().setDirectory("/shop/target");
    MavenExecutionRequest request = new DefaultMavenExecutionRequest();
    request.setUserProperties(commandLine);
    MavenSession session = new MavenSession(null, null, request, new DefaultMavenExecutionResult());
    session.setCurrentProject(new MavenProject(model));
    return session;
  }

  private static Field field(Object goal, String name) throws Exception {
    Class<?> type = goal.getClass();
    while (Arrays.stream(type.getDeclaredFields()).noneMatch(each -> each.getName().equals(name))) {
      type = type.getSuperclass();
    }
    return type.getDeclaredField(name);
  }

  /** What Maven injects for an empty text. */
  private static Object empty(String type) {
    return switch (type) {
      case "boolean" -> false;
      case "java.util.List" -> new ArrayList<>();
      case "java.io.File" -> new File("/shop");
      default -> "";
    };
  }

  private static Object usual(Parameter parameter) {
    String usual = parameter.getDefaultValue();
    return switch (parameter.getType()) {
      case "boolean" -> Boolean.valueOf(usual);
      case "java.util.List" -> List.of();
      case "java.io.File" -> new File(usual.replace("${project.build.directory}", "/shop/target"));
      default -> usual;
    };
  }

  private static List<Parameter> ours(MojoDescriptor goal) {
    return goal.getParameters().stream()
        .filter(each -> Objects.requireNonNullElse(each.getExpression(), "").startsWith(OURS))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("goals")
  void each_parameter_that_is_set_to_nothing_has_its_default_value(MojoDescriptor descriptor)
      throws Exception {
    for (String nothing : List.of("", " ")) {
      Object goal =
          Class.forName(descriptor.getImplementation()).getDeclaredConstructor().newInstance();
      Properties commandLine = new Properties();
      for (Parameter parameter : ours(descriptor)) {
        commandLine.setProperty(parameter.getExpression().replaceAll("[${}]", ""), nothing);
        field(goal, parameter.getName()).set(goal, empty(parameter.getType()));
      }
      MojoExecution execution = new MojoExecution(descriptor);
      execution.setConfiguration(MojoDescriptorCreator.convert(descriptor));

      Parameters.check(goal, execution, session(commandLine));

      assertThat(ours(descriptor)).isNotEmpty();
      for (Parameter parameter : ours(descriptor)) {
        assertThat(field(goal, parameter.getName()).get(goal))
            .as(descriptor.getGoal() + ", " + parameter.getName())
            .isEqualTo(usual(parameter));
      }
    }
  }

  private static void check(String configuration) throws Exception {
    MojoDescriptor run =
        goals().filter(goal -> goal.getGoal().equals("run")).findFirst().orElseThrow();
    MojoExecution execution = new MojoExecution(run);
    execution.setConfiguration(
        Xpp3DomBuilder.build(
            new StringReader("<configuration>" + configuration + "</configuration>")));
    Properties commandLine = new Properties();
    commandLine.setProperty("optional", "");
    Parameters.check(new RunMojo(), execution, session(commandLine));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<names><name/></names>",
        "<names><name>${optional}</name></names>",
        "<tags>${optional}</tags>",
        "<glue><package> </package><package>com.example</package></glue>"
      })
  void an_empty_item_is_none(String configuration) throws Exception {
    assertThatCode(() -> check(configuration)).doesNotThrowAnyException();
  }

  @Test
  void an_odd_item_is_refused_all_the_same() {
    assertThatThrownBy(() -> check("<glue><package>1a</package></glue>"))
        .isInstanceOf(MojoFailureException.class);
  }

  @Test
  void items_have_no_blanks_around_them() {
    assertThat(Parameters.items(null)).isEmpty();
    assertThat(Parameters.items(Arrays.asList(" paid", "open order ", " ", null, "")))
        .containsExactly("paid", "open order");
  }
}
