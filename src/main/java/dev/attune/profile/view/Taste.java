package dev.attune.profile.view;

import dev.attune.events.Signal;
import dev.attune.profile.Affinity;
import dev.attune.profile.fold.Session;
import dev.attune.profile.fold.Tally;
import java.time.Instant;
import java.util.List;

/**
 * What sessions say about taste. Decay is forward decay (Cormode et al., "Forward Decay", ICDE
 * 2009, section 3): a tally's weight is set by its own time alone, so it is the same whenever and
 * in whatever order it was counted.
 */
final class Taste {
  /**
   * What was chosen counts so much more than the purchase: that counts for everything the product
   * comes in, and of three sizes only the one that was chosen shall be above a quarter.
   */
  private static final double CHOSEN = 2;

  private final ProfileSettings settings;
  private final Interests interests;
  private final Subjects subjects;

  Taste(ProfileSettings settings, Subjects subjects) {
    this.settings = settings;
    this.subjects = subjects;
    this.interests = new Interests(subjects, settings.tasteAttributes());
  }

  /** Adds a session with each of its tallies faded by its age. */
  Taste faded(Session session, Instant now) {
    double halfLife = settings.halfLife().toMillis();
    session
        .tallies()
        .forEach(
            (counted, tally) -> {
              double age = Math.max(0, now.toEpochMilli() - tally.last());
              add(counted.kind(), counted.subject(), tally, Math.pow(2, -age / halfLife));
            });
    return this;
  }

  /** Adds a session as if all of it were now. */
  Taste unfaded(Session session) {
    session.tallies().forEach((counted, tally) -> add(counted.kind(), counted.subject(), tally, 1));
    return this;
  }

  List<Affinity> affinities() {
    return interests.shares(settings.weights().stated());
  }

  private void add(Signal.Kind kind, String subject, Tally tally, double share) {
    ProfileSettings.Weights weights = settings.weights();
    double often = share * tally.quantity();
    double pieces = share * (1 + Math.log(tally.quantity()));
    switch (kind) {
      case VIEW -> product(subject, weights.view() * often);
      case CLICK -> product(subject, weights.click() * often);
      case CART_ADD -> product(subject, weights.cart() * pieces);
      case WISH -> product(subject, weights.wish() * pieces);
      case BUY -> product(subject, weights.buy() * pieces);
      case BOUGHT_VARIANT -> options(subject, CHOSEN * weights.buy() * pieces);
      case CATEGORY_VIEW ->
          subjects
              .category(subject)
              .ifPresent(category -> interests.inCategory(category, weights.category() * often));
      case SEARCH -> interests.inNamed(subject, weights.search() * often);
      case FILTER -> interests.inField(subject, weights.filter() * often);
      case PREFER -> interests.statedField(subject, weights.stated());
      case CART_REMOVE,
          RETURN,
          ORDER,
          SPEND,
          CAMPAIGN,
          SHOWN,
          CONTENT_CLICK,
          REJECT,
          ACCEPT,
          MAIL,
          PAGE,
          PAID,
          REFUNDED,
          CANCELLED,
          REDUCED,
          IMPRESSION,
          MARKET,
          UNWISH,
          DEVICE,
          ORDER_PART,
          PROVEN,
          LATER -> {}
    }
  }

  /** The size and whatever else was chosen of what the product comes in. */
  private void options(String sku, double weight) {
    subjects
        .variant(sku)
        .ifPresent(
            variant ->
                variant
                    .options()
                    .forEach((name, value) -> interests.inField(name + "=" + value, weight)));
  }

  private void product(String subject, double weight) {
    subjects.product(subject).ifPresent(product -> interests.inProduct(product, weight));
  }
}
