package dev.trestle.host.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ToldEdgesTest {

  @TempDir Path directory;
  ComposeFolder folder;

  @BeforeEach
  void create_folder() {
    folder = new ComposeFolder(directory);
  }

  /** A project whose service 'cart' tells of this edge in line 8. */
  private ComposeFolder cart(String edge) {
    return folder.compose(
        """
        services:
          cart:
            image: cart
            environment: { PRICING_NODE: pricing, PRICING_NODE_PORT: 8080 }
            x-trestle:
              process: { command: [cart], environment: { LOCAL_PORT: 1 } }
              edges:
                - %s
          pricing: { image: pricing, networks: { default: { aliases: [prices] } } }
          ledger: { image: ledger, profiles: [books] }
        """
            .formatted(edge));
  }

  private ToldEdge edge(String written) {
    return cart(written).service("cart").xTrestle().edges().get(0);
  }

  private ToldEdge edge(String provider, int port, boolean http, String host, String number) {
    return new ToldEdge(
        provider, port, http, host, number, new Position(Path.of("compose.yaml"), 8));
  }

  @Test
  void an_address_tells_what_is_spoken() {
    assertThat(edge("http://pricing:8080")).isEqualTo(edge("pricing", 8080, true, null, null));
    assertThat(edge("http://prices:8080/")).isEqualTo(edge("prices", 8080, true, null, null));
    assertThat(edge("pricing:5432")).isEqualTo(edge("pricing", 5432, false, null, null));
    assertThat(edge("grpc://pricing:90")).isEqualTo(edge("pricing", 90, false, null, null));
  }

  @Test
  void a_mapping_tells_the_variables_too() {
    assertThat(edge("{ to: pricing, port: 8080 }"))
        .isEqualTo(edge("pricing", 8080, true, null, null));
    assertThat(
            edge(
                "{ to: pricing, port: 8080, protocol: tcp, host-variable: PRICING_NODE,"
                    + " port-variable: LOCAL_PORT }"))
        .isEqualTo(edge("pricing", 8080, false, "PRICING_NODE", "LOCAL_PORT"));
  }

  @Test
  void an_edge_to_a_service_of_another_profile_is_no_mistake() {
    assertThat(edge("http://ledger:80").provider()).isEqualTo("ledger");
  }

  @Test
  void an_unknown_provider_names_the_defined_services() {
    assertThat(cart("http://pricng:8080").error())
        .isEqualTo(
            """
            Compose file 'compose.yaml' cannot be read: service 'cart' has an edge to 'pricng', which is not defined.
            compose.yaml:8: services.cart.x-trestle.edges
            Defined services: cart, pricing, ledger, prices. Did you mean 'pricing'?
            Correct the name, or add the service.""");
  }

  @Test
  void a_missing_port_is_asked_for() {
    assertThat(cart("http://pricing").error())
        .isEqualTo(
            """
            Compose file 'compose.yaml' cannot be read: an edge has no port.
            compose.yaml:8: services.cart.x-trestle.edges[0]
            It is 'http://pricing'.
            Write http://pricing:8080, or { to: pricing, port: 8080, host-variable: PRICING_HOST, port-variable: PRICING_PORT }.""");
    assertThat(cart("{ to: pricing }").error())
        .contains("an edge does not say 'port'.", "It has the keys: to.");
    assertThat(cart("{ port: 80 }").error()).contains("an edge does not say 'to'.");
  }

  @Test
  void what_is_no_edge_is_refused() {
    assertThat(cart("http://pricing:99999").error())
        .contains("must be a number from 1 to 65535", "compose.yaml:8");
    assertThat(cart("the pricing").error())
        .contains("an edge is no address.", "It is 'the pricing'.");
    assertThat(cart("{ to: pricing, port: 80, protocol: htp }").error())
        .contains("the protocol 'htp' of an edge is not known.", "Did you mean 'http'?");
    assertThat(cart("{ to: pricing, port: 80, host-variable: PRICING_NODE }").error())
        .contains("an edge has a host-variable and no port-variable.", "Add the variable");
  }

  @Test
  void a_variable_that_the_service_lacks_names_those_that_it_has() {
    assertThat(cart("{ to: pricing, port: 80, port-variable: PRICING_NODE_PRT }").error())
        .isEqualTo(
            """
            Compose file 'compose.yaml' cannot be read: the variable 'PRICING_NODE_PRT' of an edge is none of service 'cart'.
            compose.yaml:8: services.cart.x-trestle.edges
            Its variables: PRICING_NODE, PRICING_NODE_PORT, LOCAL_PORT. Did you mean 'PRICING_NODE_PORT'?
            Correct the name, or set it in the service's environment.""");
  }

  @Test
  void an_unknown_key_is_a_warning_with_the_key_that_was_meant() {
    assertThat(cart("{ to: pricing, port: 80, protocl: tcp }").warnings())
        .anySatisfy(
            warning ->
                assertThat(warning)
                    .startsWith("compose.yaml:8: services.cart.x-trestle.edges[0].protocl")
                    .contains("did you mean 'protocol'?"));
  }
}
