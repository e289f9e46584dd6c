package dev.trestle.cornershop.cart;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trestle.cornershop.kit.DependencyUnavailable;
import dev.trestle.cornershop.kit.ServiceClient;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks the pricing service. */
final class PricingClient implements Prices {
  private final ServiceClient pricing;

  PricingClient(ServiceClient pricing) {
    this.pricing = pricing;
  }

  @Override
  public boolean lists(String sku, String token) {
    ServiceClient.Answer answer =
        pricing.get("/products/" + ServiceClient.encode(sku)).bearer(token).send().trusting();
    if (answer.status() == 404) {
      return false;
    }
    require(answer.orProblem().json().path("sku").asText().equals(sku), "another product");
    return true;
  }

  @Override
  public JsonNode quote(
      List<Cart.Item> items, String country, @Nullable String coupon, String token) {
    JsonNode quote =
        pricing
            .post("/quotes")
            .bearer(token)
            .json(new Basket(items, country, coupon))
            .send()
            .trusting()
            .orProblem()
            .json();
    require(quote.path("total").isIntegralNumber() && quote.path("lines").isArray(), "no quote");
    return quote;
  }

  private static void require(boolean holds, String got) {
    if (!holds) {
      throw new DependencyUnavailable("pricing", "answered with " + got, null);
    }
  }

  private record Basket(List<Cart.Item> items, String country, @Nullable String coupon) {}
}
