package dev.trestle.host.environment;

import dev.trestle.protocol.Secrets;

/** Masks lines that come one by one; a private key has many, of which only the first tells it. */
public final class PrivateKeyLines {

  private static final String BEGIN = "-----BEGIN ";
  private static final String PRIVATE = "PRIVATE KEY-----";
  private static final String END = "-----END ";

  /** No key has more; a line that only looks like the first of one must not hide a log. */
  private static final int MOST_LINES = 200;

  private int left;

  /** The next line without secrets. */
  public synchronized String mask(String line) {
    if (left > 0) {
      left = line.contains(END) ? 0 : left - 1;
      return left > 0 ? Secrets.MASK : Secrets.mask(line);
    }
    boolean begins = line.contains(BEGIN) && line.contains(PRIVATE) && !line.contains(END);
    left = begins ? MOST_LINES : 0;
    return Secrets.mask(line);
  }
}
