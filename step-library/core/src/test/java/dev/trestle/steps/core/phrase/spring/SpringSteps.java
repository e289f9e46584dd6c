package dev.trestle.steps.core.phrase.spring;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.spring.CucumberContextConfiguration;
import io.cucumber.spring.ScenarioScope;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.context.ContextConfiguration;

/** Steps with a bean of Spring's. */
@CucumberContextConfiguration
@ContextConfiguration(classes = SpringSteps.Beans.class)
public class SpringSteps {

  @Autowired private Counter counter;

  /** Counts within a scenario. */
  public static class Counter {
    private int count;

    /** One more. */
    public int next() {
      return ++count;
    }
  }

  /** The beans. */
  @Configuration
  public static class Beans {

    /** One of each scenario. */
    @Bean
    @ScenarioScope
    public Counter counter() {
      return new Counter();
    }
  }

  @Given("I count")
  public void count() {
    counter.next();
  }

  @Then("the count becomes {int}")
  public void becomes(int expected) {
    int next = counter.next();
    if (next != expected) {
      throw new AssertionError("count " + next);
    }
  }
}
