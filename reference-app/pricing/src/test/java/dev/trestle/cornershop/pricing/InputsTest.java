package dev.trestle.cornershop.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.trestle.cornershop.kit.Json;
import dev.trestle.cornershop.kit.Problem;
import dev.trestle.cornershop.kit.Problem.FieldError;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InputsTest {
  private static <T> T read(String json, Class<T> type) throws JsonProcessingException {
    return Json.strict().readValue(json.replace('\'', '"'), type);
  }

  private static List<String> pointers(ThrowingCallable refused) {
    Problem problem = catchThrowableOfType(Problem.class, refused);
    assertThat(problem.status()).isEqualTo(400);
    return ((List<?>) problem.members().get("errors"))
        .stream().map(error -> ((FieldError) error).pointer()).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{} | /name /price",
        "{'name':' ','price':{'amount':-1,'currency':'EUR'}} | /name /price/amount",
        "{'name':'A','price':{'currency':'XYZ'}} | /price/amount /price/currency",
        "{'name':'A','price':{'amount':1000000001,'currency':'eur'}} | /price/amount /price/currency",
      })
  void a_wrong_product_names_its_fields(String json, String expected) throws Exception {
    Inputs.ProductInput input = read(json, Inputs.ProductInput.class);

    assertThat(pointers(() -> input.toProduct("A"))).containsExactly(expected.split(" "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{} | /kind /value /skus",
        "{'kind':'PERCENTAGE','value':101,'skus':[]} | /value /skus",
        "{'kind':'FIXED','value':0,'skus':['A',null]} | /value /skus",
        "{'kind':'FIXED','value':1,'skus':['A'],'startsAt':'2030-01-01T00:00:00Z','endsAt':'2030-01-01T00:00:00Z'} | /endsAt",
      })
  void a_wrong_promotion_names_its_fields(String json, String expected) throws Exception {
    Inputs.PromotionInput input = read(json, Inputs.PromotionInput.class);

    assertThat(pointers(() -> input.toPromotion("P"))).containsExactly(expected.split(" "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'kind':'FIXED','value':1} | /currency",
        "{'kind':'PERCENTAGE','value':0,'minimumTotal':-1,'maxRedemptions':0} | /value /minimumTotal /maxRedemptions",
      })
  void a_wrong_coupon_names_its_fields(String json, String expected) throws Exception {
    Inputs.CouponInput input = read(json, Inputs.CouponInput.class);

    assertThat(pointers(() -> input.toCoupon("C"))).containsExactly(expected.split(" "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{} | /items /country",
        "{'items':[],'country':''} | /items /country",
        "{'items':[null,{'sku':'A'},{'quantity':0}],'country':'DE'}"
            + " | /items/0 /items/1/quantity /items/2/sku /items/2/quantity",
      })
  void a_wrong_quote_request_names_its_fields(String json, String expected) throws Exception {
    QuoteRequest request = read(json, QuoteRequest.class);

    assertThat(pointers(request::validate)).containsExactly(expected.split(" "));
  }

  @Test
  void a_name_in_the_path_has_its_form() throws Exception {
    Inputs.ProductInput input =
        read("{'name':'A','price':{'amount':1,'currency':'EUR'}}", Inputs.ProductInput.class);

    assertThat(pointers(() -> input.toProduct("a b"))).containsExactly("");
    assertThat(input.toProduct("BEANS-1.x_y").sku()).isEqualTo("BEANS-1.x_y");
  }
}
