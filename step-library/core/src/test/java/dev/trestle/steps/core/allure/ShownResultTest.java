package dev.trestle.steps.core.allure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trestle.protocol.Secrets;
import io.qameta.allure.model.Attachment;
import io.qameta.allure.model.Label;
import io.qameta.allure.model.Link;
import io.qameta.allure.model.Parameter;
import io.qameta.allure.model.StatusDetails;
import io.qameta.allure.model.StepResult;
import io.qameta.allure.model.TestResult;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ShownResultTest {

  private static final String SECRET = "token=zebra \u001b[2J";
  private static final String SHOWN = "token=***** \\u001b[2J";

  @Test
  void no_text_of_a_result_has_a_secret_or_what_a_terminal_obeys() {
    StepResult inner = new StepResult().setName(SECRET).setDescription(SECRET);
    StepResult step = new StepResult().setName("a").setSteps(List.of(inner));
    step.setStatusDetails(new StatusDetails().setMessage(SECRET).setTrace(SECRET));
    step.setParameters(List.of(new Parameter().setName("pin").setValue("7391")));
    step.setAttachments(List.of(new Attachment().setName(SECRET)));
    TestResult result = new TestResult().setName(SECRET).setFullName(SECRET);
    result.setDescription(SECRET).setDescriptionHtml(SECRET).setSteps(List.of(step));
    result.setLabels(List.of(new Label().setName("feature").setValue(SECRET)));
    result.setLinks(List.of(new Link().setName(SECRET).setUrl("http://a/?token=zebra")));

    ShownResult.clean(result);

    assertThat(List.of(result.getName(), result.getFullName(), inner.getName()))
        .containsOnly(SHOWN);
    assertThat(List.of(result.getDescription(), result.getDescriptionHtml())).containsOnly(SHOWN);
    assertThat(step.getStatusDetails().getMessage()).isEqualTo(SHOWN);
    assertThat(step.getStatusDetails().getTrace()).isEqualTo(SHOWN);
    assertThat(step.getParameters().get(0).getValue()).isEqualTo("*****");
    assertThat(step.getAttachments().get(0).getName()).isEqualTo(SHOWN);
    assertThat(result.getLabels().get(0).getValue()).isEqualTo(SHOWN);
    assertThat(result.getLinks().get(0).getUrl()).isEqualTo("http://a/?token=*****");
  }

  @Test
  void a_secret_that_became_known_later_is_masked_in_what_was_said_before() {
    StepResult step = new StepResult().setName("the code is sh0wn-l4ter-1x");
    Secrets.learn("sh0wn-l4ter-1x");
    TestResult result = new TestResult().setName("a").setSteps(List.of(step));

    ShownResult.clean(result);

    assertThat(step.getName()).isEqualTo("the code is *****");
  }

  @Test
  void an_attachment_is_masked_when_it_is_text() {
    byte[] picture = {(byte) 0x89, 'P', 'N', 'G', 0, 't', 'o', 'k', 'e', 'n', '=', 'z'};

    assertThat(ShownResult.clean("{\"token\":\"zebra\"}".getBytes(StandardCharsets.UTF_8)))
        .asString(StandardCharsets.UTF_8)
        .isEqualTo("{\"token\":\"*****\"}");
    assertThat(ShownResult.clean(picture)).isEqualTo(picture);
  }
}
