package dev.trestle.cornershop.pricing;

import dev.trestle.cornershop.kit.Validation;
import java.util.Currency;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An amount in minor units of an ISO 4217 currency, as a caller sends it. */
record Money(@Nullable Long amount, @Nullable String currency) {
  /** The highest price, so that no basket can overflow. */
  static final long MOST = 1_000_000_000L;

  private static final Set<String> CURRENCIES =
      Currency.getAvailableCurrencies().stream()
          .map(Currency::getCurrencyCode)
          .collect(Collectors.toUnmodifiableSet());

  void validate(String pointer, Validation validation) {
    validation.between(pointer + "/amount", amount, 0, MOST);
    validateCurrency(pointer + "/currency", currency, validation);
  }

  static void validateCurrency(String pointer, @Nullable String currency, Validation validation) {
    validation
        .required(pointer, currency)
        .check(
            currency == null || CURRENCIES.contains(currency),
            pointer,
            "must be an ISO 4217 currency code");
  }
}
