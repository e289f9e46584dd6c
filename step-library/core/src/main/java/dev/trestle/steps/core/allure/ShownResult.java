package dev.trestle.steps.core.allure;

import dev.trestle.protocol.Secrets;
import dev.trestle.protocol.VisibleText;
import io.qameta.allure.model.Attachment;
import io.qameta.allure.model.FixtureResult;
import io.qameta.allure.model.Label;
import io.qameta.allure.model.Link;
import io.qameta.allure.model.Parameter;
import io.qameta.allure.model.StatusDetails;
import io.qameta.allure.model.StepResult;
import io.qameta.allure.model.TestResult;
import io.qameta.allure.model.TestResultContainer;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The last look at what is written, whoever made it: every text of a result and every attachment
 * that is text is without secrets, and without characters that a reader would not see.
 */
final class ShownResult {

  private ShownResult() {}

  static void clean(TestResult result) {
    replace(result.getName(), result::setName);
    replace(result.getFullName(), result::setFullName);
    replace(result.getDescription(), result::setDescription);
    replace(result.getDescriptionHtml(), result::setDescriptionHtml);
    details(result.getStatusDetails());
    parameters(result.getParameters());
    attachments(result.getAttachments());
    result.getLabels().forEach(ShownResult::label);
    result.getLinks().forEach(ShownResult::link);
    result.getSteps().forEach(ShownResult::step);
  }

  static void clean(TestResultContainer container) {
    container.getBefores().forEach(ShownResult::fixture);
    container.getAfters().forEach(ShownResult::fixture);
  }

  /** An attachment; what is no text is left alone. */
  static byte[] clean(byte[] attachment) {
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(attachment)).toString();
    } catch (CharacterCodingException e) {
      return attachment;
    }
    if (text.indexOf(0) >= 0) {
      return attachment;
    }
    String masked = Secrets.mask(text);
    return masked.equals(text) ? attachment : masked.getBytes(StandardCharsets.UTF_8);
  }

  private static void fixture(FixtureResult fixture) {
    replace(fixture.getName(), fixture::setName);
    replace(fixture.getDescription(), fixture::setDescription);
    details(fixture.getStatusDetails());
    parameters(fixture.getParameters());
    attachments(fixture.getAttachments());
    fixture.getSteps().forEach(ShownResult::step);
  }

  private static void step(StepResult step) {
    replace(step.getName(), step::setName);
    replace(step.getDescription(), step::setDescription);
    details(step.getStatusDetails());
    parameters(step.getParameters());
    attachments(step.getAttachments());
    step.getSteps().forEach(ShownResult::step);
  }

  private static void label(Label label) {
    replace(label.getValue(), label::setValue);
  }

  private static void link(Link link) {
    replace(link.getName(), link::setName);
    replace(link.getUrl(), link::setUrl);
  }

  private static void parameters(List<Parameter> parameters) {
    for (Parameter parameter : parameters) {
      String name = parameter.getName();
      String value = parameter.getValue();
      replace(name, parameter::setName);
      if (value != null) {
        String masked = name == null ? Secrets.mask(value) : Secrets.mask(name, value);
        parameter.setValue(VisibleText.of(masked));
      }
    }
  }

  private static void attachments(List<Attachment> attachments) {
    attachments.forEach(attachment -> replace(attachment.getName(), attachment::setName));
  }

  private static void details(@Nullable StatusDetails details) {
    if (details != null) {
      replace(details.getMessage(), details::setMessage);
      replace(details.getTrace(), details::setTrace);
    }
  }

  private static void replace(@Nullable String text, Consumer<String> setter) {
    if (text != null) {
      setter.accept(VisibleText.of(Secrets.mask(text)));
    }
  }
}
