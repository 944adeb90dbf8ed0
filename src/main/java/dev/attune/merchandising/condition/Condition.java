package dev.attune.merchandising.condition;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A condition, compiled. Whoever asks for what is not there, such as a key that a map lacks, has
 * the answer no.
 */
public final class Condition {
  private final CelRuntime.Program program;
  private final Set<String> fields;
  private final boolean product;
  private final boolean shopper;
  private final @Nullable String brand;

  /**
   * @param fields what it asks, as conditions name it
   */
  Condition(CelRuntime.Program program, Set<String> fields, @Nullable String brand) {
    this.program = program;
    this.fields = Set.copyOf(fields);
    this.product = fields.stream().anyMatch(field -> field.startsWith("product."));
    this.shopper = fields.stream().anyMatch(field -> field.startsWith("shopper."));
    this.brand = brand;
  }

  /**
   * Whether it compares prices of products whatever their currency: it asks for prices and not what
   * they are in.
   */
  public boolean trustsCurrency() {
    return fields.contains(ProductField.PRICE.field())
        && !fields.contains(ProductField.CURRENCY.field());
  }

  /** Whether it asks anything of a product. */
  public boolean asksProduct() {
    return product;
  }

  /** Whether it asks anything of a shopper. */
  public boolean asksShopper() {
    return shopper;
  }

  /** The only brand for whose products it can hold, null where it does not name one. */
  public @Nullable String onlyBrand() {
    return brand;
  }

  public boolean holds(Facts facts) {
    try {
      return Boolean.TRUE.equals(program.eval(name -> Optional.ofNullable(facts.get(name))));
    } catch (CelEvaluationException unanswerable) {
      return false;
    }
  }
}
