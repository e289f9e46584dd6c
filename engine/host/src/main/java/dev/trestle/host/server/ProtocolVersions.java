package dev.trestle.host.server;

import dev.trestle.protocol.Protocol;

/** The message for two ends of different versions. */
final class ProtocolVersions {

  private ProtocolVersions() {}

  static String mismatch(String who, long version) {
    return "The host and the "
        + who
        + " are of different versions of Trestle.\n"
        + "The host speaks version "
        + Protocol.VERSION
        + " of the protocol, the "
        + who
        + " version "
        + version
        + ".\n"
        + "Look at the versions of trestle-maven-plugin and of the step library in the POM.\n"
        + "Use the same version of both.";
  }
}
