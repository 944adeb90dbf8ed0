package dev.attune.models.compact;

import dev.attune.events.Signal;
import java.util.Optional;

/** How strongly a shopper had to do with a product, the weakest first. */
public enum Touch {
  VIEW,
  WISH,
  CART,
  BUY;

  private static final Touch[] ALL = values();

  /** The touch that a signal is, empty for signals that are not about wanting a product. */
  public static Optional<Touch> of(Signal.Kind kind) {
    return switch (kind) {
      case VIEW, CLICK -> Optional.of(VIEW);
      case WISH -> Optional.of(WISH);
      case CART_ADD -> Optional.of(CART);
      case BUY -> Optional.of(BUY);
      default -> Optional.empty();
    };
  }

  static Touch at(int ordinal) {
    return ALL[ordinal];
  }

  /** Put into a cart or bought. */
  public boolean chosen() {
    return this == CART || this == BUY;
  }
}
