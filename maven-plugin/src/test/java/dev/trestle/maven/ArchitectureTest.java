package dev.trestle.maven;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The dependency rule of the design, over the classes of every module. */
class ArchitectureTest {

  private static JavaClasses classes;

  @BeforeAll
  static void importEveryModule() throws IOException {
    Path root = Path.of("").toAbsolutePath().getParent();
    try (Stream<Path> folders = Files.walk(root, 4)) {
      List<Path> compiled =
          folders.filter(folder -> folder.endsWith("target/classes")).sorted().toList();
      classes = new ClassFileImporter().importPaths(compiled);
    }
    assertThat(count("dev.trestle.maven")).as("classes of the plugin").isGreaterThan(5);
    assertThat(count("dev.trestle.protocol")).as("classes of the protocol").isGreaterThan(15);
    assertThat(count("dev.trestle.contract")).as("classes of the contract").isGreaterThan(10);
    assertThat(count("dev.trestle.host")).as("classes of the host").isGreaterThan(50);
    assertThat(count("dev.trestle.steps")).as("classes of the step library").isGreaterThan(30);
    assertThat(count("dev.trestle.cornershop")).as("classes of the shop").isGreaterThan(50);
  }

  private static long count(String prefix) {
    return classes.stream().filter(type -> type.getPackageName().startsWith(prefix)).count();
  }

  @Test
  void the_plugin_uses_the_protocol_and_nothing_else_of_ours() {
    noClasses()
        .that()
        .resideInAPackage("dev.trestle.maven..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.trestle.contract..",
            "dev.trestle.host..",
            "dev.trestle.steps..",
            "dev.trestle.cornershop..")
        .because("the plugin is a thin client")
        .check(classes);
  }

  @Test
  void only_goals_see_maven() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.trestle.maven..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.maven..", "org.eclipse.aether..")
        .because("host and runner live without Maven")
        .check(classes);
  }

  @Test
  void the_protocol_uses_only_the_jdk() {
    noClasses()
        .that()
        .resideInAPackage("dev.trestle.protocol..")
        .should()
        .dependOnClassesThat()
        .resideOutsideOfPackages(
            "java..", "javax.crypto..", "dev.trestle.protocol..", "org.jspecify..")
        .because("it is the one jar on all three class paths")
        .check(classes);
  }

  @Test
  void the_contract_uses_nothing_else_of_ours() {
    noClasses()
        .that()
        .resideInAPackage("dev.trestle.contract..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.trestle.protocol..",
            "dev.trestle.host..",
            "dev.trestle.steps..",
            "dev.trestle.maven..",
            "dev.trestle.cornershop..")
        .because("host and step library both read documents by it, on class paths of their own")
        .check(classes);
  }

  @Test
  void the_host_knows_no_step_and_no_cucumber_glue() {
    noClasses()
        .that()
        .resideInAPackage("dev.trestle.host..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.trestle.steps..",
            "dev.trestle.maven..",
            "dev.trestle.cornershop..",
            "io.cucumber.java..",
            "io.cucumber.core..")
        .because("it serves any runner")
        .check(classes);
  }

  @Test
  void step_artifacts_use_only_the_core() {
    slices()
        .matching("dev.trestle.steps.(*)..")
        .should()
        .notDependOnEachOther()
        .ignoreDependency(
            com.tngtech.archunit.base.DescribedPredicate.alwaysTrue(),
            com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage(
                "dev.trestle.steps.core.."))
        .because("each is used without the others")
        .check(classes);
  }

  @Test
  void the_step_library_does_not_know_the_host() {
    noClasses()
        .that()
        .resideInAPackage("dev.trestle.steps..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.trestle.host..", "dev.trestle.maven..", "dev.trestle.cornershop..")
        .because("the protocol is all they share")
        .check(classes);
  }

  @Test
  void the_reference_app_knows_nothing_of_trestle() {
    noClasses()
        .that()
        .resideInAPackage("dev.trestle.cornershop..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.trestle.protocol..",
            "dev.trestle.contract..",
            "dev.trestle.host..",
            "dev.trestle.steps..",
            "dev.trestle.maven..")
        .because("it stands for any system")
        .check(classes);
  }

  @Test
  void packages_form_no_cycle() {
    for (String parent : List.of("host", "steps", "cornershop", "maven")) {
      slices()
          .matching("dev.trestle." + parent + ".(**)")
          .should()
          .beFreeOfCycles()
          .allowEmptyShould(true)
          .because("a cycle makes two packages one")
          .check(classes);
    }
  }
}
