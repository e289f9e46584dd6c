package dev.trestle.cornershop.pricing;

import dev.trestle.cornershop.kit.Requests;
import dev.trestle.cornershop.kit.Role;
import dev.trestle.cornershop.pricing.Inputs.CouponInput;
import dev.trestle.cornershop.pricing.Inputs.ProductInput;
import dev.trestle.cornershop.pricing.Inputs.PromotionInput;
import dev.trestle.cornershop.pricing.Inputs.RedemptionInput;
import dev.trestle.cornershop.pricing.Inputs.TaxInput;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

/** The pricing service's HTTP routes. */
final class PricingRoutes {
  private static final String PRODUCT = "/products/{sku}";
  private static final String PROMOTION = "/promotions/{code}";
  private static final String COUPON = "/coupons/{code}";
  private static final String TAX = "/taxes/{country}";

  private final PricingService service;

  PricingRoutes(PricingService service) {
    this.service = service;
  }

  void register(RoutesConfig routes) {
    routes.get("/products", context -> context.json(service.products()));
    routes.get(PRODUCT, context -> context.json(service.product(context.pathParam("sku"))));
    routes.put(PRODUCT, this::putProduct, Role.STAFF);
    routes.get(PROMOTION, context -> context.json(service.promotion(code(context))));
    routes.put(PROMOTION, this::putPromotion, Role.STAFF);
    routes.get(COUPON, context -> context.json(service.coupon(code(context))));
    routes.put(COUPON, this::putCoupon, Role.STAFF);
    routes.post(COUPON + "/redemptions", this::redeem, Role.SERVICE, Role.STAFF);
    routes.delete(COUPON + "/redemptions/{orderId}", this::takeBack, Role.SERVICE, Role.STAFF);
    routes.get(TAX, context -> context.json(service.tax(context.pathParam("country"))));
    routes.put(TAX, this::putTax, Role.STAFF);
    routes.post("/quotes", this::quote);
  }

  private void putProduct(Context context) {
    Product product =
        Requests.body(context, ProductInput.class).toProduct(context.pathParam("sku"));
    context.status(service.save(product) ? 201 : 200).json(product);
  }

  private void putPromotion(Context context) {
    Promotion promotion = Requests.body(context, PromotionInput.class).toPromotion(code(context));
    context.status(service.save(promotion) ? 201 : 200).json(promotion);
  }

  private void putCoupon(Context context) {
    Coupon coupon = Requests.body(context, CouponInput.class).toCoupon(code(context));
    context.status(service.save(coupon) ? 201 : 200).json(service.coupon(coupon.code()));
  }

  private void redeem(Context context) {
    String orderId = Requests.body(context, RedemptionInput.class).validOrderId();
    boolean counted = service.redeem(code(context), orderId);
    context.status(counted ? 201 : 200).json(new Redemption(code(context), orderId));
  }

  private void takeBack(Context context) {
    service.takeBack(code(context), context.pathParam("orderId"));
    context.status(204);
  }

  private void putTax(Context context) {
    TaxRate tax = Requests.body(context, TaxInput.class).toTaxRate(context.pathParam("country"));
    context.status(service.save(tax) ? 201 : 200).json(tax);
  }

  private void quote(Context context) {
    context.json(service.quote(Requests.body(context, QuoteRequest.class)));
  }

  private static String code(Context context) {
    return context.pathParam("code");
  }

  private record Redemption(String code, String orderId) {}
}
