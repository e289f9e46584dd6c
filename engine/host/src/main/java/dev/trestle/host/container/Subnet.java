package dev.trestle.host.container;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.function.Predicate;

/** The addresses of a network, as {@code 172.18.0.0/16}. */
final class Subnet implements Predicate<InetAddress> {

  private final byte[] network;
  private final int bits;

  private Subnet(byte[] network, int bits) {
    this.network = network;
    this.bits = bits;
  }

  static Subnet parse(String text) throws UnknownHostException {
    String[] parts = text.split("/", 2);
    byte[] network = InetAddress.getByName(parts[0]).getAddress();
    return new Subnet(network, parts.length < 2 ? network.length * 8 : Integer.parseInt(parts[1]));
  }

  @Override
  public boolean test(InetAddress address) {
    byte[] other = address.getAddress();
    return other.length == network.length && Arrays.equals(masked(other), masked(network));
  }

  private byte[] masked(byte[] address) {
    byte[] masked = address.clone();
    for (int i = 0; i < masked.length; i++) {
      int kept = Math.max(0, Math.min(8, bits - i * 8));
      masked[i] = (byte) (masked[i] & (0xff << (8 - kept)));
    }
    return masked;
  }
}
