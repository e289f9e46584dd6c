package dev.trestle.steps.core;

import io.qameta.allure.Allure;
import io.qameta.allure.AllureLifecycle;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;

/**
 * Evidence of a copy: it goes to the step on the copy's thread, which Cucumber knows nothing of.
 */
final class AllureAttachments implements ScenarioScope.Attachments {

  @Override
  public void attach(String name, String mediaType, String content) {
    AllureLifecycle lifecycle = Allure.getLifecycle();
    if (lifecycle.getCurrentTestCaseOrStep().isPresent()) {
      lifecycle.addAttachment(
          name, mediaType, "", new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
    }
  }
}
