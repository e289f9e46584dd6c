package dev.trestle.contract;

/** With version 3.1. */
final class OpenApi31Test extends OpenApiChecks {

  OpenApi31Test() {
    super("3.1");
  }
}
