package dev.attune.profile.view;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import dev.attune.profile.Affinity;
import dev.attune.profile.Cadence;
import dev.attune.profile.Ignored;
import dev.attune.profile.Touched;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * How much of each list fits: as many from the front as fit into its share of the bytes of {@link
 * ProfileJson}. What cannot be recommended comes first, most lists have a share of the rest, and
 * the last list takes what those leave over.
 */
final class Budget {
  /** Numbers, names of fields, five currencies, a campaign, a device, the last orders. */
  private static final int FRAME = 660 + 15 + 13 + 50 + Budget.ORDERS * 37;

  private static final int LONGEST_CAMPAIGN = 200;
  private static final int CURRENCIES = 5;

  private static final int ORDERS = 16;
  private static final int REJECTED = 1_200;

  private final int shared;
  private int used;
  private final List<String> rejected;

  Budget(List<String> allRejected) {
    rejected = fit(allRejected, id -> quoted(id) + 1, REJECTED);
    shared = ProfileView.BYTES - FRAME - used;
    used = 0;
  }

  List<String> rejected() {
    return rejected;
  }

  /**
   * @param share in hundredths of what the rejected left over
   */
  List<Touched> products(List<Touched> products, int share) {
    return fit(products, Budget::size, shared * share / 100);
  }

  /** As many as fit into what all others have left over. */
  List<Touched> lastProducts(List<Touched> products) {
    return fit(products, Budget::size, shared - used);
  }

  /**
   * @param share in hundredths of what the rejected left over
   */
  List<Affinity> affinities(List<Affinity> affinities, int share) {
    return fit(
        affinities,
        affinity -> affinity.dimension().name().length() + quoted(affinity.value()) + 13,
        shared * share / 100);
  }

  /**
   * @param share in hundredths of what the rejected left over
   */
  List<Ignored> ignored(List<Ignored> all, int share) {
    return fit(
        all,
        one -> quoted(one.subject()) + Integer.toString(one.times()).length() + 4,
        shared * share / 100);
  }

  /**
   * @param share in hundredths of what all before left over
   */
  List<Touched> moreProducts(List<Touched> products, int share) {
    return fit(products, Budget::size, (shared - used) * share / 100);
  }

  /**
   * @param share in hundredths of what all before left over
   */
  List<Cadence> cadences(List<Cadence> all, int share) {
    return fit(all, Budget::size, (shared - used) * share / 100);
  }

  boolean fitsCampaign(String campaign) {
    return quoted(campaign) <= LONGEST_CAMPAIGN;
  }

  int orders() {
    return ORDERS;
  }

  int currencies() {
    return CURRENCIES;
  }

  private static int size(Touched touched) {
    return quoted(touched.product().value())
        + Long.toString(touched.count()).length()
        + Long.toString(touched.last().getEpochSecond()).length()
        + 5;
  }

  private static int size(Cadence cadence) {
    return cadence.subject().type().name().length()
        + quoted(cadence.subject().local())
        + Integer.toString(cadence.days()).length()
        + Integer.toString(cadence.times()).length()
        + Long.toString(cadence.last().getEpochSecond()).length()
        + 9;
  }

  private static int quoted(String text) {
    return JsonStringEncoder.getInstance().quoteAsUTF8(text).length + 2;
  }

  private <T> List<T> fit(List<T> all, ToIntFunction<T> size, int bytes) {
    List<T> fitting = new ArrayList<>();
    int taken = 0;
    for (T one : all) {
      int next = size.applyAsInt(one);
      if (taken + next > bytes) {
        break;
      }
      taken += next;
      fitting.add(one);
    }
    used += taken;
    return fitting;
  }
}
