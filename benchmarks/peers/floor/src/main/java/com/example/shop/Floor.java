package com.example.shop;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs the checkout N times on a fixed number of threads, with nothing around it. */
public final class Floor {

  private Floor() {}

  /** Takes the shop's address, the number of scenarios and the number of lanes. */
  public static void main(String[] arguments) throws InterruptedException {
    Checkout checkout = new Checkout(new Shop(arguments[0]));
    int scenarios = Integer.parseInt(arguments[1]);
    int lanes = Integer.parseInt(arguments[2]);
    int failed = lanes == 1 ? alone(checkout, scenarios) : together(checkout, scenarios, lanes);
    System.out.println(scenarios - failed + " passed, " + failed + " failed");
    System.exit(failed == 0 ? 0 : 1);
  }

  private static int alone(Checkout checkout, int scenarios) {
    int failed = 0;
    for (int i = 0; i < scenarios; i++) {
      failed += passes(checkout) ? 0 : 1;
    }
    return failed;
  }

  private static int together(Checkout checkout, int scenarios, int lanes)
      throws InterruptedException {
    ExecutorService pool = Executors.newFixedThreadPool(lanes);
    List<Future<Boolean>> outcomes = new ArrayList<>();
    for (int i = 0; i < scenarios; i++) {
      outcomes.add(pool.submit(() -> passes(checkout)));
    }
    int failed = 0;
    for (Future<Boolean> outcome : outcomes) {
      failed += passed(outcome) ? 0 : 1;
    }
    pool.shutdown();
    return failed;
  }

  private static boolean passed(Future<Boolean> outcome) throws InterruptedException {
    try {
      return outcome.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  private static boolean passes(Checkout checkout) {
    try {
      checkout.run();
      return true;
    } catch (Exception | AssertionError e) {
      System.err.println(e);
      return false;
    }
  }
}
