package dev.trestle.steps.core.runner.springglue;

import dev.trestle.steps.core.ScenarioScope;
import io.cucumber.java.en.Then;
import io.cucumber.spring.CucumberContextConfiguration;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.context.ContextConfiguration;

/** Steps that Spring makes. */
@CucumberContextConfiguration
@ContextConfiguration(classes = SpringSteps.Beans.class)
public class SpringSteps {

  @Autowired private StringBuilder bean = new StringBuilder("not from Spring");

  /** The beans of the project. */
  @Configuration
  public static class Beans {

    /** A bean to be injected. */
    @Bean
    public StringBuilder bean() {
      return new StringBuilder("from Spring");
    }
  }

  @Then("Spring injects beans")
  public void injects() {
    if (!"from Spring".contentEquals(bean) || ScenarioScope.current().traceId().isEmpty()) {
      throw new AssertionError(bean);
    }
  }
}
