package com.example.steps;

/** A basket. */
public class Basket {
  private int apples;

  void add(int more) {
    apples += more;
  }

  int apples() {
    return apples;
  }
}
