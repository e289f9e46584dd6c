package dev.trestle.host.session;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;

/** The host that owns what a container engine keeps, as a label tells it. */
public final class Owner {

  private static final Path HOST_NAME = Path.of("/proc/sys/kernel/hostname");
  private static final Path PROCESSES = Path.of("/proc/self/ns/pid");

  private Owner() {}

  /** This host: its process id and its start time in milliseconds since the epoch. */
  public static String current() {
    return RecordedProcess.of(ProcessHandle.current()).line().strip();
  }

  /**
   * Whether a host of this machine still lives.
   *
   * @param owner what {@link #current} gave there
   */
  public static boolean isAlive(String owner) {
    return RecordedProcess.parse(owner).flatMap(RecordedProcess::find).isPresent();
  }

  /**
   * Where process ids mean what they mean here: an engine may serve hosts on several machines, or
   * in containers, whose ids say nothing to each other.
   */
  public static String machine() {
    return hostName() + " " + processes();
  }

  private static String hostName() {
    try {
      if (Files.isReadable(HOST_NAME)) {
        return Files.readString(HOST_NAME).strip();
      }
      return InetAddress.getLocalHost().getHostName();
    } catch (IOException e) {
      return "localhost";
    }
  }

  private static String processes() {
    try {
      return Files.readSymbolicLink(PROCESSES).toString();
    } catch (IOException | UnsupportedOperationException e) {
      return ""; // no Linux
    }
  }
}
