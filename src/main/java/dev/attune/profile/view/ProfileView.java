package dev.attune.profile.view;

import dev.attune.profile.Affinity;
import dev.attune.profile.Habits;
import dev.attune.profile.Ignored;
import dev.attune.profile.Lifecycle;
import dev.attune.profile.Profile;
import dev.attune.profile.Touched;
import dev.attune.profile.fold.Fold;
import dev.attune.profile.fold.Session;
import dev.attune.profile.fold.ToldOnce;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Makes profiles: everything is weighed, ranked and cut to size here, nothing in the state. */
public final class ProfileView {
  /** The most that a profile takes as {@link ProfileJson}. */
  public static final int BYTES = 4_096;

  private final ProfileSettings settings;
  private final Subjects subjects;

  public ProfileView(ProfileSettings settings, Subjects subjects) {
    this.settings = settings;
    this.subjects = subjects;
  }

  /**
   * The profile of a shopper whose state is this, which is bounded then: joined ones are as large
   * as that of one history holding all events.
   *
   * @param version of the state
   * @param now decides which session is going on and how far interests have faded
   */
  public Profile of(Fold fold, long version, Instant now) {
    fold.bound();
    Collection<Session> sessions = ToldOnce.of(fold.sessions());
    if (sessions.isEmpty()) {
      return empty(version);
    }
    Taste taste = new Taste(settings, subjects);
    sessions.forEach(session -> taste.faded(session, now));
    Optional<Session> current =
        sessions.stream().filter(session -> goesOn(session, now)).reduce((a, b) -> b);
    List<Affinity> interest =
        current
            .map(session -> new Taste(settings, subjects).unfaded(session).affinities())
            .orElse(List.of());
    List<Touched> seen =
        current
            .map(session -> new ProductHistory(List.of(session), subjects).viewed())
            .orElse(List.of());
    ProductHistory history = new ProductHistory(sessions, subjects);
    Registers registers = new Registers(sessions);
    Budget budget = new Budget(registers.rejected());
    List<Affinity> lasting = budget.affinities(taste.affinities(), 22);
    List<Affinity> passing = budget.affinities(interest, 12);
    List<Touched> cart = budget.products(history.cart(), 12);
    List<Touched> sessionViewed = budget.products(seen, 12);
    List<Touched> bought = budget.products(history.bought(), 18);
    List<Ignored> ignored =
        budget.ignored(
            new Impressions(sessions, subjects, now, settings.ignoredFor()).ignored(), 8);
    Habits habits =
        new Habits(
            budget.moreProducts(history.wishlist(), 10),
            budget.cadences(new Cadences(sessions, subjects).all(), 10),
            registers.device());
    List<Touched> viewed = budget.lastProducts(history.viewed());
    @Nullable String campaign = registers.campaign();
    Instant last = Instant.ofEpochMilli(last(sessions));
    return new Profile(
        version,
        lifecycle(sessions, current, registers, Duration.between(last, now)),
        sessions.stream().mapToLong(Session::events).sum(),
        sessions.size(),
        registers.orders(),
        largest(registers.spentMinor(), budget.currencies()),
        registers.lastOrders(budget.orders()),
        lasting,
        passing,
        viewed,
        sessionViewed,
        bought,
        cart,
        ignored,
        habits,
        Set.copyOf(budget.rejected()),
        campaign != null && budget.fitsCampaign(campaign) ? campaign : null,
        Instant.ofEpochMilli(sessions.iterator().next().start()),
        last);
  }

  private static Profile empty(long version) {
    return new Profile(
        version,
        Lifecycle.NEW,
        0,
        0,
        0,
        Map.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Habits.NONE,
        Set.of(),
        null,
        null,
        null);
  }

  private Lifecycle lifecycle(
      Collection<Session> sessions,
      Optional<Session> current,
      Registers registers,
      Duration silence) {
    boolean visitedBefore = sessions.size() > (current.isPresent() ? 1 : 0);
    return new Standing(visitedBefore, registers.orders(), registers.spentMinor(), silence)
        .lifecycle(settings);
  }

  /** When another visit begins or ends for somebody of this state, at the latest after so long. */
  public static Instant next(Fold fold, Instant now, Duration atMost) {
    long time = now.toEpochMilli();
    long gap = Fold.GAP.toMillis();
    return Instant.ofEpochMilli(
        fold.sessions().stream()
            .flatMapToLong(session -> LongStream.of(session.start() - gap, session.end() + gap + 1))
            .filter(edge -> edge > time)
            .reduce(time + atMost.toMillis(), Math::min));
  }

  private static boolean goesOn(Session session, Instant now) {
    long gap = Fold.GAP.toMillis();
    long time = now.toEpochMilli();
    return session.start() - gap <= time && time <= session.end() + gap;
  }

  private static long last(Collection<Session> sessions) {
    return sessions.stream().mapToLong(Session::end).max().orElse(0);
  }

  private static Map<String, Long> largest(Map<String, Long> amounts, int most) {
    return amounts.entrySet().stream()
        .sorted(
            Map.Entry.<String, Long>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(most)
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
