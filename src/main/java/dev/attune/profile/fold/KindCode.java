package dev.attune.profile.fold;

import dev.attune.events.Signal.Kind;
import org.jspecify.annotations.Nullable;

/** The number that stands for a kind of signal in the stored state; numbers are never reused. */
final class KindCode {
  private static final @Nullable Kind[] BY_CODE = new Kind[64];

  static {
    for (Kind kind : Kind.values()) {
      BY_CODE[of(kind)] = kind;
    }
  }

  private KindCode() {}

  static int of(Kind kind) {
    return switch (kind) {
      case VIEW -> 1;
      case CLICK -> 2;
      case CART_ADD -> 3;
      case CART_REMOVE -> 4;
      case WISH -> 5;
      case BUY -> 6;
      case RETURN -> 7;
      case ORDER -> 8;
      case SPEND -> 9;
      case CATEGORY_VIEW -> 10;
      case SEARCH -> 11;
      case FILTER -> 12;
      case CAMPAIGN -> 13;
      case SHOWN -> 14;
      case CONTENT_CLICK -> 15;
      case REJECT -> 16;
      case ACCEPT -> 17;
      case PREFER -> 18;
      case MAIL -> 19;
      case PAGE -> 20;
      case PAID -> 21;
      case REFUNDED -> 22;
      case CANCELLED -> 23;
      case REDUCED -> 24;
      case IMPRESSION -> 25;
      case BOUGHT_VARIANT -> 26;
      case MARKET -> 27;
      case UNWISH -> 28;
      case DEVICE -> 29;
      case ORDER_PART -> 30;
      case PROVEN -> 31;
      case LATER -> 0;
    };
  }

  /** Lists and pages say that somebody was there; what they showed, and where, stays in the log. */
  static boolean counted(Kind kind) {
    return kind != Kind.SHOWN && kind != Kind.PAGE && kind != Kind.MARKET && kind != Kind.LATER;
  }

  /** The kind with this number; {@link Kind#LATER} for one that only later versions know. */
  static Kind kind(int code) {
    @Nullable Kind known = code < BY_CODE.length ? BY_CODE[code] : null;
    return known == null ? Kind.LATER : known;
  }
}
