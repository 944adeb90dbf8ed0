package dev.attune.graphql.schema;

import com.fasterxml.jackson.annotation.JsonValue;
import io.smallrye.graphql.api.CustomScalar;
import io.smallrye.graphql.api.CustomStringScalar;
import java.math.BigDecimal;
import java.util.Optional;

/** An exact number as a JSON string, {@code "129.90"}. */
@CustomScalar("Decimal")
public final class Decimal implements CustomStringScalar {
  private final String text;

  public Decimal(String text) {
    this.text = text;
  }

  public static Decimal of(BigDecimal number) {
    return new Decimal(number.toPlainString());
  }

  /** The number, empty when the text is none: whoever reads it says which field was wrong. */
  public Optional<BigDecimal> number() {
    try {
      return text.length() > 40 ? Optional.empty() : Optional.of(new BigDecimal(text.strip()));
    } catch (NumberFormatException malformed) {
      return Optional.empty();
    }
  }

  @Override
  @JsonValue
  public String stringValueForSerialization() {
    return text;
  }

  @Override
  public String toString() {
    return text;
  }
}
