package dev.attune.profile.view;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import dev.attune.profile.Affinity;
import dev.attune.profile.Touched;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * How much of each list fits: as many from the front as fit into its share of the bytes of {@link
 * ProfileJson}. What cannot be recommended comes first, the rest divide what is left.
 */
final class Budget {
  /** Numbers, names of fields, five currencies, a campaign. */
  private static final int FRAME = 660;

  private static final int LONGEST_CAMPAIGN = 200;
  private static final int CURRENCIES = 5;
  private static final int REJECTED = 1_500;

  private final int left;
  private final List<String> rejected;

  Budget(List<String> allRejected) {
    rejected = fit(allRejected, id -> quoted(id) + 1, REJECTED);
    left = ProfileView.BYTES - FRAME - rejected.stream().mapToInt(id -> quoted(id) + 1).sum();
  }

  List<String> rejected() {
    return rejected;
  }

  /**
   * @param share in hundredths of what the rejected left over
   */
  List<Touched> products(List<Touched> products, int share) {
    return fit(
        products,
        touched -> quoted(touched.product().value()) + digits(touched) + 5,
        left * share / 100);
  }

  /**
   * @param share in hundredths of what the rejected left over
   */
  List<Affinity> affinities(List<Affinity> affinities, int share) {
    return fit(
        affinities,
        affinity -> affinity.dimension().name().length() + quoted(affinity.value()) + 13,
        left * share / 100);
  }

  boolean fitsCampaign(String campaign) {
    return quoted(campaign) <= LONGEST_CAMPAIGN;
  }

  int currencies() {
    return CURRENCIES;
  }

  private static int digits(Touched touched) {
    return Long.toString(touched.count()).length()
        + Long.toString(touched.last().getEpochSecond()).length();
  }

  private static int quoted(String text) {
    return JsonStringEncoder.getInstance().quoteAsUTF8(text).length + 2;
  }

  private static <T> List<T> fit(List<T> all, ToIntFunction<T> size, int bytes) {
    List<T> fitting = new ArrayList<>();
    int used = 0;
    for (T one : all) {
      used += size.applyAsInt(one);
      if (used > bytes) {
        break;
      }
      fitting.add(one);
    }
    return fitting;
  }
}
