package dev.trestle.contract;

/** With version 3.0. */
final class OpenApi30Test extends OpenApiChecks {

  OpenApi30Test() {
    super("3.0");
  }
}
