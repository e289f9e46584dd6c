package dev.trestle.steps.core.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StepCatalogueTest {

  private static final StepsIndex INDEX =
      StepsIndex.parse(
          """
          # comment
          trestle-steps-mail\t{string} receives {int} mail(s)
          trestle-steps-faults\t{string} takes {duration} to answer {string}
          trestle-steps-commerce\t{shopper:string} pays with {card:card}
          trestle-steps-http\tI send {word} {string} to {string}
          """);

  private static CatalogueEntry entry(String expression) {
    return new CatalogueEntry(CatalogueEntry.Kind.STEP, expression, "", "", "project", "Steps.a()");
  }

  private final StepCatalogue catalogue =
      new StepCatalogue(
          List.of(
              entry("I send {word} {string} to {string}"),
              entry("the response status is {int}"),
              entry("{shopper:string} signs in")),
          INDEX);

  @Test
  void an_undefined_step_comes_with_the_nearest_steps() {
    assertThat(catalogue.undefined("the response state is 200", "shop.feature:7"))
        .isEqualTo(
            """
            No step matches 'the response state is 200'.
            The nearest known steps:
              the response status is {int}
            Look at shop.feature:7.
            Word it as one of them. Or define it in a file *.phrases.feature:
              Scenario: the response state is {value1:int}
                * …""");
  }

  @Test
  void an_undefined_step_of_an_absent_artifact_comes_with_the_dependency() {
    assertThat(catalogue.undefined("within 5 s, \"Ada\" receives 1 mail", "shop.feature:7"))
        .isEqualTo(
            """
            No step matches 'within 5 s, "Ada" receives 1 mail'.
            It is '{string} receives {int} mail(s)' of the artifact trestle-steps-mail, which is not on the class path.
            Look at shop.feature:7.
            Add to the project's dependencies:
            <dependency>
              <groupId>dev.trestle</groupId>
              <artifactId>trestle-steps-mail</artifactId>
              <scope>test</scope>
            </dependency>""");
  }

  @Test
  void a_step_unlike_all_others_comes_with_a_stub() {
    assertThat(catalogue.undefined("Xyzzy (12) \"a\" 1.50/x", "shop.feature:7"))
        .isEqualTo(
            """
            No step matches 'Xyzzy (12) "a" 1.50/x'.
            None of the 3 known steps and phrases is near to it.
            Look at shop.feature:7.
            Define it in a file *.phrases.feature:
              Scenario: Xyzzy \\({value1:int}\\) {value2:string} {value3:float}\\/x
                * …""");
  }

  @Test
  void types_of_absent_artifacts_match_anything() {
    assertThat(catalogue.absent("\"pricing\" takes 2 s to answer \"cart\""))
        .contains(
            new AbsentStep("trestle-steps-faults", "{string} takes {duration} to answer {string}"));
    assertThat(catalogue.absent("\"Ada\" pays with a valid card"))
        .contains(
            new AbsentStep("trestle-steps-commerce", "{shopper:string} pays with {card:card}"));
  }

  @Test
  void a_step_that_is_there_is_not_absent() {
    assertThat(catalogue.absent("I send GET \"/\" to \"cart\"")).isEmpty();
  }

  @Test
  void the_index_that_comes_with_core_can_be_read() {
    StepsIndex index = StepsIndex.read();

    assertThat(index.steps())
        .extracting(AbsentStep::artifact)
        .contains("trestle-steps-http", "trestle-steps-mail", "trestle-steps-commerce");
    assertThat(index.steps()).allMatch(step -> !step.expression().isBlank());
  }

  @Test
  void a_double_quote_in_double_quotes_is_told() {
    StepCatalogue catalogue = new StepCatalogue(List.of(), new StepsIndex(List.of()));

    assertThat(catalogue.undefined("I run \"CREATE TABLE e(\"Order\" int)\"", "a.feature:3"))
        .isEqualTo(
            """
            No step matches 'I run "CREATE TABLE e("Order" int)"'.
            A double quote ends the text that another one begins; more text follows it at once.
            Look at a.feature:3.
            Write '…' around a text that has double quotes, or \\" for each in it.""");
    assertThat(catalogue.undefined("I run \"a\" in \"b\", or \"c\"", "a.feature:3"))
        .doesNotContain("double quote");
  }

  @Test
  void a_step_with_an_unknown_parameter_type_is_named() {
    StepCatalogue catalogue =
        new StepCatalogue(
            List.of(),
            List.of(new UnusableStep("the ball is {colour}", "shop.Steps.ball(String)", "colour")),
            new StepsIndex(List.of()));

    assertThat(catalogue.undefined("the ball is red", "a.feature:3"))
        .isEqualTo(
            """
            No step matches 'the ball is red'.
            The step 'the ball is {colour}' has the parameter type {colour}, which nothing defines.
            It is defined at shop.Steps.ball(String).
            Look at a.feature:3.
            Define 'colour' with @ParameterType in the glue, or correct its name in the step.""");
  }
}
