package dev.trestle.steps.http;

import static dev.trestle.steps.core.testing.Counterexamples.Case.ABSENT;
import static dev.trestle.steps.core.testing.Counterexamples.Case.DIFFERENT;
import static dev.trestle.steps.core.testing.Counterexamples.Case.EMPTY;
import static dev.trestle.steps.core.testing.Counterexamples.Case.NULL;
import static dev.trestle.steps.core.testing.Counterexamples.Case.WRONG_TYPE;

import dev.trestle.steps.core.testing.Counterexamples;
import dev.trestle.steps.core.testing.Counterexamples.Case;
import dev.trestle.steps.core.testing.FakeHost;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HttpCounterexamplesTest {

  private static final List<Case> BODIES = List.of(ABSENT, EMPTY, NULL, WRONG_TYPE);
  private static final String KEEPS = "It keeps what is there.";
  private static final List<Case> HEADS = List.of(DIFFERENT, ABSENT, EMPTY, NULL, WRONG_TYPE);

  @TempDir Path folder;

  @Test
  void no_step_passes_when_it_must_not() throws IOException {
    try (CartServer cart = new CartServer();
        FakeHost host = FakeHost.start(cart.environment())) {
      further(declared(worlds(Counterexamples.of(new HttpArtifact()))))
          .run(host, folder)
          .assertRed();
    }
  }

  private static Counterexamples worlds(Counterexamples all) {
    for (Case world : List.of(DIFFERENT, ABSENT, EMPTY, NULL, WRONG_TYPE)) {
      all.in(world, get("/worlds/" + world))
          .in(world, ManySteps.class, many("/worlds/" + world))
          .in(world, "ResponseSteps.xmlIs", get("/xml-worlds/" + world))
          .in(world, "ResponseSteps.saveXml", get("/xml-worlds/" + world));
    }
    for (Case world : Case.values()) {
      all.in(world, "ResponseSteps.getHas", get("/mode/" + world))
          .in(world, "RequestSteps.isNotAnswered", get("/mode/" + world))
          .written(
              world,
              "RequestSteps.isNotAnswered",
              "Then GET \"/slow\" of \"cart\" is not answered within 10 s");
    }
    return all.in(HEADS, "HeaderSteps.status", get("/down"))
        .in(HEADS, "HeaderSteps.success", get("/down"))
        .in(List.of(DIFFERENT), "HeaderSteps.cameWithin", get("/later"))
        .written(DIFFERENT, "HeaderSteps.cameWithin", "Then the response came within 1 ms")
        .in(HEADS, "ManySteps.allHaveStatus", many("/down"))
        .in(HEADS, "ManySteps.haveStatus", many("/down"))
        .in(HEADS, "ManySteps.haveStatuses", many("/down"))
        .in(DIFFERENT, "ManySteps.allCameWithin", many("/later"))
        .written(DIFFERENT, "ManySteps.allCameWithin", "Then all responses came within 1 ms")
        .in(DIFFERENT, "ManySteps.areSame", many("/ids"));
  }

  private static Counterexamples declared(Counterexamples all) {
    return all.holds("HeaderSteps.cameWithin", BODIES, "The time is what it looks at.")
        .holds("ManySteps.allCameWithin", BODIES, "The time is what it looks at.")
        .holds(
            "HeaderSteps.hasHeader", List.of(DIFFERENT, EMPTY), "It is there, whatever its value.")
        .holds("HeaderSteps.hasNoHeader", List.of(ABSENT, NULL, WRONG_TYPE), "There is none.")
        .holds("HeaderSteps.saveHeader", DIFFERENT, KEEPS)
        .holds("HeaderSteps.saveCookie", List.of(DIFFERENT, EMPTY), KEEPS)
        .holds("ManySteps.areSame", List.of(EMPTY, WRONG_TYPE), "All have the same value.")
        .holds("ResponseSteps.bodyContains", WRONG_TYPE, "The part is in the text.")
        .holds("ResponseSteps.isAbsent", BODIES, "It says so.")
        .holds("ResponseSteps.isNot", EMPTY, "An empty text is another value.")
        .holds("ResponseSteps.isNot", NULL, "Null is another value.")
        .holds("ResponseSteps.isNot", WRONG_TYPE, "An object is another value.")
        .holds("ResponseSteps.save", List.of(DIFFERENT, EMPTY, WRONG_TYPE), KEEPS)
        .holds("ResponseSteps.saveXml", DIFFERENT, KEEPS);
  }

  /** What no example says: placeholders, paths and parts with which a step could not fail. */
  private static Counterexamples further(Counterexamples all) {
    String cart = get("/carts/1") + "\n";
    return all.also(
            "any value of a header that is missing",
            cart + "Then the response headers are:\n  | X-None | <any> |")
        .also(
            "any text of a header that is missing",
            cart + "Then the response header \"X-None\" is \"#{json-unit.any-string}\"")
        .also(
            "whatever value of a header that is missing",
            cart + "Then the response header \"X-None\" is \"#{json-unit.ignore}\"")
        .also(
            "no value of a header that is missing",
            cart + "Then the response header \"X-None\" is \"\"")
        .also("an empty part of a header", cart + "Then the response header \"ETag\" contains \"\"")
        .also("an empty part of the body", cart + "Then the response body contains \"\"")
        .also("an empty part of a text", cart + "Then the response at \"$.status\" contains \"\"")
        .also("no problem", get("/problem") + "\nThen the response is a problem \"\"")
        .also(
            "whatever value at a path that leads nowhere",
            cart + "Then the response at \"$.statsu\" is \"#{json-unit.ignore}\"")
        .also("the word absent", cart + "Then the response at \"$.statsu\" is \"absent\"")
        .also(
            "no item of a list in which it is",
            cart + "Then the response at \"$.items[*].sku\" is not \"BEANS\"")
        .also("no place", cart + "Then the response at \"$.itms[*].sku\" is not \"BEANS\"")
        .also("no places", cart + "Then the response at \"$.itms[*].sku\" is \"[]\"")
        .also(
            "an unknown placeholder",
            cart + "Then the response at \"$.id\" is \"#{json-unit.all}\"")
        .also("no pattern", cart + "Then the response at \"$.id\" is \"#{json-unit.regex}[\"")
        .also("a path that ends too early", cart + "Then the response at \"$.[\" is \"1\"")
        .also("a sum of nothing", cart + "Then the response at \"$.itms[*].price.sum()\" is \"0\"")
        .also("no text of XML", get("/xml") + "\nThen the response XML at \"/cart/@none\" is \"\"")
        .also(
            "any text of XML",
            get("/xml") + "\nThen the response XML at \"/cart/@none\" is \"<any>\"")
        .also("a member twice", get("/twice") + "\nThen the response at \"$.a\" is \"2\"")
        .also("a number without bound", get("/endless") + "\nThen the response at \"$.a\" is \"2\"")
        .also(
            "a body with a number without bound",
            get("/endless") + "\nThen the response body is:\n  \"\"\"\n  {\"a\": 2}\n  \"\"\"")
        .also(
            "a body that is not JSON",
            cart + "Then the response body is:\n  \"\"\"\n  {\"a\": 2,\n  \"\"\"");
  }

  private static String get(String path) {
    return "Given I send GET \"" + path + "\" to \"cart\"";
  }

  private static String many(String path) {
    return "Given the next request is sent 3 times at once\n" + get(path);
  }
}
