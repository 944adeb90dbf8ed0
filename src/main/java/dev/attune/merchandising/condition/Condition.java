package dev.attune.merchandising.condition;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A condition, compiled. Whoever asks for what is not there, such as a key that a map lacks, has
 * the answer no.
 */
public final class Condition {
  private final CelRuntime.Program program;
  private final boolean product;
  private final boolean shopper;
  private final @Nullable String brand;

  Condition(CelRuntime.Program program, boolean product, boolean shopper, @Nullable String brand) {
    this.program = program;
    this.product = product;
    this.shopper = shopper;
    this.brand = brand;
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
