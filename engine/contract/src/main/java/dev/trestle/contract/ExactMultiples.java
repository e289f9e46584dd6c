package dev.trestle.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.AbstractKeyword;
import com.networknt.schema.JsonNodePath;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonValidator;
import com.networknt.schema.MultipleOfValidator;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.ValidationContext;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** The keyword {@code multipleOf} for numbers of any size; the validator's own rounds integers. */
final class ExactMultiples extends AbstractKeyword {

  ExactMultiples() {
    super("multipleOf");
  }

  @Override
  public JsonValidator newValidator(
      SchemaLocation location,
      JsonNodePath path,
      JsonNode rule,
      JsonSchema parent,
      ValidationContext context) {
    return new Validator(location, path, rule, parent, context);
  }

  private static final class Validator extends MultipleOfValidator {

    private final JsonNode rule;

    Validator(
        SchemaLocation location,
        JsonNodePath path,
        JsonNode rule,
        JsonSchema parent,
        ValidationContext context) {
      super(location, path, rule, parent, context);
      this.rule = rule;
    }

    @Override
    protected @Nullable BigDecimal getDivisor(JsonNode node) {
      return node.isNumber() && node.decimalValue().signum() != 0 ? node.decimalValue() : null;
    }

    /** A number that is a multiple when the node's is, and no longer than needed to tell. */
    @Override
    protected @Nullable BigDecimal getDividend(JsonNode node) {
      if (!node.isNumber() || !rule.isNumber()) {
        return null;
      }
      BigDecimal divisor = rule.decimalValue();
      return isMultiple(node.decimalValue(), divisor)
          ? BigDecimal.ZERO
          : divisor.divide(BigDecimal.valueOf(2));
    }

    /** Powers of ten are reduced, so that 1e999999999 is never written out. */
    private static boolean isMultiple(BigDecimal value, BigDecimal divisor) {
      BigInteger digits = value.unscaledValue();
      BigInteger by = divisor.unscaledValue().abs();
      long power = (long) divisor.scale() - value.scale();
      if (power >= 0) {
        BigInteger ten = BigInteger.TEN.modPow(BigInteger.valueOf(power), by);
        return digits.multiply(ten).mod(by).signum() == 0;
      }
      return digits.signum() == 0
          || (-power < value.precision()
              && digits.mod(by.multiply(BigInteger.TEN.pow((int) -power))).signum() == 0);
    }
  }
}
