package dev.attune.merchandising.impact;

import dev.attune.platform.id.GlobalId;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a drafted rule would have changed of past decisions.
 *
 * @param found decisions that there are in the window, where the rule may act
 * @param shoppers of the decisions that were compared
 * @param touched decisions in which what the rule does to anything differs from what was recorded
 * @param changed those whose first page would have been another
 * @param moves products whose places differ, the most moved first
 * @param clicks expected things taken, for 1,000 decisions
 * @param revenue expected, in major units, for 1,000 decisions; null where no purchase is known of
 * @param margin of that revenue as far as costs are known, null likewise
 * @param currency of revenue and margin, null likewise
 * @param marginCoverage the share of the expected revenue whose cost is known, null likewise
 * @param takes what shoppers took of the compared decisions, on which chances rest
 */
public record Impact(
    Instant from,
    Instant to,
    long found,
    int read,
    LeftOut leftOut,
    int shoppers,
    int touched,
    int changed,
    List<Move> moves,
    List<Share> brands,
    List<Share> categories,
    Change clicks,
    @Nullable Change revenue,
    @Nullable Change margin,
    @Nullable Currency currency,
    @Nullable Double marginCoverage,
    long takes) {
  public Impact {
    moves = List.copyOf(moves);
    brands = List.copyOf(brands);
    categories = List.copyOf(categories);
  }

  /**
   * Decisions that were read and not compared.
   *
   * @param withoutSetting that do not hold what the rule's scope asks for
   * @param notShoppers made for bots and staff
   * @param unrepeatable whose record no longer gives the answer that was shown
   */
  public record LeftOut(int withoutSetting, int notShoppers, int unrepeatable) {}

  /**
   * How a product's places change.
   *
   * @param shownBefore on how many first pages it was
   * @param placeBefore where it stood there on average, from 1; null where it never was
   * @param attentionBefore its attention there, in first places
   */
  public record Move(
      GlobalId subject,
      int shownBefore,
      int shownAfter,
      @Nullable Double placeBefore,
      @Nullable Double placeAfter,
      double attentionBefore,
      double attentionAfter) {}

  /** A share of all attention, 0 to 1. */
  public record Share(String of, double before, double after) {}

  /** A mean before and after, and by how much it changes. */
  public record Change(Estimate before, Estimate after, Estimate difference) {}

  /**
   * A mean and where it lies with 95 % confidence.
   *
   * @param low null where too few shoppers tell how far it is off
   */
  public record Estimate(double value, @Nullable Double low, @Nullable Double high) {}
}
