package dev.trestle.cornershop.cart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.trestle.cornershop.kit.Caller;
import dev.trestle.cornershop.kit.Problem;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CartServiceTest {
  private static final Caller ADA = caller("ada", "shopper");
  private static final Caller BOB = caller("bob", "shopper");
  private static final Caller STAFF = caller("eve", "staff");
  private static final Caller CHECKOUT = caller("checkout", "service");
  private static final ExpectedVersion ANY = new ExpectedVersion(null);
  private static final Cart.Item BEANS = new Cart.Item("BEANS", 2);

  private final CartService service = new CartService(new FakeStore(), new OnlyBeans());

  private static Caller caller(String id, String role) {
    return new Caller(id, id + "@example.com", id, List.of(role), "token");
  }

  private static void assertRefused(ThrowingCallable change, int status, String slug) {
    Problem problem = catchThrowableOfType(Problem.class, change);
    assertThat(problem.status()).isEqualTo(status);
    assertThat(problem.slug()).isEqualTo(slug);
  }

  @Test
  void an_item_is_put_in_changed_and_taken_out() {
    String id = service.open(ADA).id();

    service.putItem(ADA, id, BEANS, ANY);
    Cart changed = service.putItem(ADA, id, new Cart.Item("BEANS", 3), ANY);
    Cart emptied = service.removeItem(ADA, id, "BEANS", ANY);

    assertThat(changed.items()).containsExactly(new Cart.Item("BEANS", 3));
    assertThat(emptied.items()).isEmpty();
    assertThat(emptied.version()).isEqualTo(4);
  }

  @Test
  void another_shopper_may_not_touch_the_cart() {
    String id = service.open(ADA).id();

    assertRefused(() -> service.get(BOB, id), 403, "forbidden");
    assertRefused(() -> service.putItem(BOB, id, BEANS, ANY), 403, "forbidden");
    assertRefused(() -> service.quote(BOB, id, "DE", null), 403, "forbidden");
    assertRefused(() -> service.setStatus(BOB, id, Cart.Status.ORDERED), 403, "forbidden");
    assertThat(service.get(STAFF, id)).isEqualTo(service.get(CHECKOUT, id));
    assertRefused(() -> service.setStatus(STAFF, id, Cart.Status.ORDERED), 403, "forbidden");
  }

  @Test
  void an_unknown_product_is_refused() {
    String id = service.open(ADA).id();

    assertRefused(
        () -> service.putItem(ADA, id, new Cart.Item("SAND", 1), ANY), 422, "unknown-product");
  }

  @Test
  void an_ordered_cart_is_closed_until_it_is_opened_again() {
    String id = service.open(ADA).id();
    service.putItem(ADA, id, BEANS, ANY);
    Cart ordered = service.setStatus(CHECKOUT, id, Cart.Status.ORDERED);

    assertThat(service.setStatus(CHECKOUT, id, Cart.Status.ORDERED)).isEqualTo(ordered);
    assertRefused(() -> service.putItem(ADA, id, BEANS, ANY), 409, "cart-closed");
    assertRefused(() -> service.removeItem(ADA, id, "BEANS", ANY), 409, "cart-closed");
    service.setStatus(ADA, id, Cart.Status.OPEN);
    assertThat(service.removeItem(ADA, id, "BEANS", ANY).items()).isEmpty();
  }

  @Test
  void a_stale_version_is_refused_and_the_current_one_accepted() {
    String id = service.open(ADA).id();

    assertRefused(
        () -> service.putItem(ADA, id, BEANS, new ExpectedVersion("\"7\"")), 412, "stale-cart");
    assertRefused(
        () -> service.putItem(ADA, id, BEANS, new ExpectedVersion("1")), 412, "stale-cart");
    assertThat(service.putItem(ADA, id, BEANS, new ExpectedVersion("\"1\"")).version())
        .isEqualTo(2);
    assertThat(service.putItem(ADA, id, BEANS, new ExpectedVersion("*")).version()).isEqualTo(3);
    assertThat(service.putItem(ADA, id, BEANS, new ExpectedVersion("\"1\", \"3\"")).version())
        .isEqualTo(4);
  }

  @Test
  void an_empty_cart_has_no_price_and_a_full_one_takes_no_more() {
    String id = service.open(ADA).id();
    assertRefused(() -> service.quote(ADA, id, "DE", null), 422, "empty-cart");

    for (int i = 0; i < 100; i++) {
      service.putItem(ADA, id, new Cart.Item("BEANS-" + i, 1), ANY);
    }

    assertRefused(() -> service.putItem(ADA, id, BEANS, ANY), 422, "cart-full");
    assertThat(service.quote(ADA, id, "DE", null).asText()).isEqualTo("100 items");
  }

  private static final class OnlyBeans implements Prices {
    @Override
    public boolean lists(String sku, String token) {
      return sku.startsWith("BEANS");
    }

    @Override
    public JsonNode quote(
        List<Cart.Item> items, String country, @Nullable String coupon, String token) {
      return JsonNodeFactory.instance.textNode(items.size() + " items");
    }
  }
}
