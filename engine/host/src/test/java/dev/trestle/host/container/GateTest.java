package dev.trestle.host.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class GateTest {

  private static final int PATIENCE_MILLIS = 10_000;

  private ServerSocket service;
  private Gate gate;

  @BeforeEach
  void open() throws IOException {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    service = new ServerSocket(0, 10, loopback);
    gate = new Gate(loopback, InetAddress::isLoopbackAddress);
  }

  @AfterEach
  void close() throws IOException {
    gate.close();
    service.close();
  }

  private Socket visit(Gate through) throws IOException {
    Socket visitor = new Socket(through.host(), through.open(service.getLocalPort()));
    visitor.setSoTimeout(PATIENCE_MILLIS);
    return visitor;
  }

  @Test
  void what_is_said_passes_both_ways_to_the_end() throws IOException {
    try (Socket visitor = visit(gate);
        Socket served = service.accept()) {
      visitor.getOutputStream().write("ask".getBytes(StandardCharsets.UTF_8));
      visitor.shutdownOutput();
      assertThat(served.getInputStream().readAllBytes()).asString().isEqualTo("ask");
      served.getOutputStream().write("answer".getBytes(StandardCharsets.UTF_8));
      served.shutdownOutput();

      assertThat(visitor.getInputStream().readAllBytes()).asString().isEqualTo("answer");
    }
  }

  @Test
  void a_port_is_opened_once() throws IOException {
    assertThat(gate.open(service.getLocalPort())).isEqualTo(gate.open(service.getLocalPort()));
  }

  @Test
  void a_connection_that_is_reset_is_reset_for_the_visitor() throws IOException {
    try (Socket visitor = visit(gate);
        Socket served = service.accept()) {
      served.setSoLinger(true, 0);
      served.close();

      assertThatThrownBy(() -> visitor.getInputStream().read())
          .isInstanceOf(SocketException.class)
          .hasMessageContaining("reset");
    }
  }

  @Test
  void a_service_that_is_gone_cuts_the_visitor() throws IOException {
    int port = gate.open(service.getLocalPort());
    service.close();
    try (Socket visitor = new Socket(gate.host(), port)) {
      visitor.setSoTimeout(PATIENCE_MILLIS);

      assertThatThrownBy(() -> visitor.getInputStream().read()).isInstanceOf(SocketException.class);
    }
  }

  @Test
  void the_next_visitor_is_served_after_one_that_no_thread_could_be_made_for() throws IOException {
    AtomicInteger visits = new AtomicInteger();
    Predicate<InetAddress> scarce =
        address -> {
          if (visits.incrementAndGet() == 1) {
            throw new OutOfMemoryError("unable to create native thread");
          }
          return true;
        };
    try (Gate gate = new Gate(InetAddress.getLoopbackAddress(), scarce);
        Socket first = visit(gate);
        Socket second = visit(gate)) {
      assertThat(first.getInputStream().read()).isEqualTo(-1);
      service.setSoTimeout(PATIENCE_MILLIS);
      try (Socket served = service.accept()) {
        served.getOutputStream().write('x');
        assertThat(second.getInputStream().read()).isEqualTo('x');
      }
    }
  }

  @Test
  void whoever_is_not_of_the_network_is_turned_away() throws IOException {
    try (Gate closed = new Gate(InetAddress.getLoopbackAddress(), address -> false);
        Socket visitor = visit(closed)) {
      assertThat(visitor.getInputStream().read()).isEqualTo(-1);
    }
  }

  @Test
  void a_gate_that_closes_takes_its_connections_along() throws IOException {
    try (Socket visitor = visit(gate);
        Socket served = service.accept()) {
      served.setSoTimeout(PATIENCE_MILLIS);
      gate.close();

      assertThat(served.getInputStream().read()).isEqualTo(-1);
      assertThat(visitor.getInputStream().read()).isEqualTo(-1);
    }
  }
}
