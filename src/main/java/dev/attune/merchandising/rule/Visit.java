package dev.attune.merchandising.rule;

import dev.attune.merchandising.Audience;
import dev.attune.merchandising.condition.ShopperSeen;
import java.util.Set;

/**
 * Who sees a page, where and when, as far as rules care.
 *
 * @param history there was a visit before this one
 * @param assumed segments that the shopper is taken to be in, whatever the profile says
 */
public record Visit(ShopperSeen shopper, boolean history, Set<String> assumed) {
  public Visit {
    assumed = Set.copyOf(assumed);
  }

  boolean isIn(Audience audience) {
    return switch (audience) {
      case EVERYONE -> true;
      case NEW -> !history;
      case RETURNING -> history && shopper.profile().orders() == 0;
      case BUYER -> shopper.profile().orders() > 0;
    };
  }
}
