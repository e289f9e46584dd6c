package com.example.steps;

import io.cucumber.java.en.Then;
import io.cucumber.spring.CucumberContextConfiguration;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.context.ContextConfiguration;

/** Steps that Spring wires. */
@CucumberContextConfiguration
@ContextConfiguration(classes = SpringSteps.Beans.class)
public class SpringSteps {

  @Autowired private Greeting greeting;

  @Then("Spring greets with {string}")
  public void greets(String text) {
    if (!greeting.text().equals(text)) {
      throw new AssertionError("Spring greets with " + greeting.text() + ".");
    }
  }

  /** A bean. */
  public record Greeting(String text) {}

  /** The beans. */
  @Configuration
  public static class Beans {
    @Bean
    Greeting greeting() {
      return new Greeting("Hello from Spring");
    }
  }
}
