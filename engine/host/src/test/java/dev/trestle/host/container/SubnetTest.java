package dev.trestle.host.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SubnetTest {

  @ParameterizedTest
  @CsvSource({
    "172.18.0.0/16, 172.18.255.3, true",
    "172.18.0.0/16, 172.19.0.3, false",
    "10.1.2.64/26, 10.1.2.127, true",
    "10.1.2.64/26, 10.1.2.128, false",
    "10.1.2.3, 10.1.2.3, true",
    "10.1.2.3, 10.1.2.4, false",
    "fd00::/8, fdab::1, true",
    "fd00::/8, 172.18.0.3, false",
  })
  void an_address_is_of_the_network_or_not(String network, String address, boolean member)
      throws UnknownHostException {
    assertThat(Subnet.parse(network).test(InetAddress.getByName(address))).isEqualTo(member);
  }
}
