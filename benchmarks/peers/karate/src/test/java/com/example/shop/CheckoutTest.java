package com.example.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.intuit.karate.Results;
import com.intuit.karate.Runner;
import org.junit.jupiter.api.Test;

class CheckoutTest {

  @Test
  void all_features_pass() {
    Results results = Runner.path("classpath:features").parallel(Integer.getInteger("lanes"));
    assertEquals(0, results.getFailCount(), results.getErrorMessages());
  }
}
