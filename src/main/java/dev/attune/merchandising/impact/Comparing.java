package dev.attune.merchandising.impact;

import dev.attune.decision.DecisionContext;
import dev.attune.decision.Ranked;
import dev.attune.decision.Replay;
import dev.attune.decision.Resolution;
import dev.attune.decision.Slot;
import dev.attune.decision.slot.Slots;
import dev.attune.events.Identifier;
import dev.attune.events.Traffic;
import dev.attune.platform.id.GlobalId;
import dev.attune.profile.Profile;
import dev.attune.record.Question;
import dev.attune.record.RecordedDecision;
import dev.attune.record.RecordedDecision.Setting;
import dev.attune.record.past.PastDecision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compares decisions one by one; of each only the places that shoppers look at are kept. */
final class Comparing implements Consumer<PastDecision> {
  private final Draft draft;
  private final BiFunction<Identifier, Instant, Profile> profiles;
  private final BooleanSupplier late;
  private final List<Compared> compared = new ArrayList<>();
  private final Map<GlobalId, GlobalId> subjects = new HashMap<>();
  private int read;
  private int withoutSetting;
  private int notShoppers;
  private int unrepeatable;
  private int touched;
  private @Nullable Known last;
  private @Nullable String shopper;
  private boolean stopped;

  /** A profile at a time: the decisions of one page share it. */
  private record Known(String owner, Instant at, Profile profile) {}

  /**
   * @param profiles of somebody at a time
   * @param late whether no further shopper is to be begun with
   */
  Comparing(Draft draft, BiFunction<Identifier, Instant, Profile> profiles, BooleanSupplier late) {
    this.draft = draft;
    this.profiles = profiles;
    this.late = late;
  }

  @Override
  public void accept(PastDecision past) {
    if (!past.shopper().equals(shopper)) {
      stopped = stopped || late.getAsBoolean();
      shopper = past.shopper();
    }
    if (!stopped) {
      read(past);
    }
  }

  private void read(PastDecision past) {
    RecordedDecision decision = past.decision();
    @Nullable Setting setting = decision.setting();
    @Nullable Slot slot = Slots.named(decision.question().slot()).orElse(null);
    read++;
    if (setting != null && !setting.traffic().equals(Traffic.SHOPPER.name())) {
      notShoppers++;
    } else if (draft.lacks(decision)) {
      withoutSetting++;
    } else if (slot == null) {
      unrepeatable++;
    } else {
      compare(slot, past);
    }
  }

  private void compare(Slot slot, PastDecision past) {
    RecordedDecision decision = past.decision();
    Question drafted = draft.asked(slot, decision, profile(decision));
    List<GlobalId> before = seen(decision.answer().stream());
    if (drafted.candidates().equals(decision.question().candidates())) {
      compared.add(new Compared(slot.name(), past.shopper(), before, before, past.taken()));
    } else if (Replay.of(slot, decision).same()) {
      touched++;
      Stream<GlobalId> answer =
          Resolution.of(slot, drafted).answer().stream()
              .map(Ranked::candidate)
              .map(candidate -> candidate.subject());
      compared.add(new Compared(slot.name(), past.shopper(), before, seen(answer), past.taken()));
    } else {
      unrepeatable++;
    }
  }

  private List<GlobalId> seen(Stream<GlobalId> answer) {
    return answer
        .limit(Compared.PLACES)
        .map(subject -> subjects.computeIfAbsent(subject, same -> same))
        .toList();
  }

  /** Nobody's where the draft does not ask, and where nobody's was used. */
  private Profile profile(RecordedDecision decision) {
    @Nullable String owner = decision.owner();
    if (!draft.asksShopper() || owner == null || decision.versions().profile() == 0) {
      return Profile.NOBODY;
    }
    @Nullable Known known = last;
    if (known == null || !known.owner.equals(owner) || !known.at.equals(decision.at())) {
      known =
          new Known(owner, decision.at(), profiles.apply(Identifier.ofKey(owner), decision.at()));
      last = known;
    }
    return known.profile;
  }

  /**
   * @param found how many decisions there were to be read from
   */
  Impact impact(long found, Instant from, Instant to, DecisionContext page) {
    Chances chances = Chances.of(compared);
    Worth.Book worths = new Worth.Book(page.catalog(), page.models().conversion(), compared);
    Expected expected = new Expected(compared, chances, worths);
    Moves moves = new Moves(compared);
    Impact.@Nullable Change revenue = expected.revenue();
    return new Impact(
        from,
        to,
        found,
        read,
        new Impact.LeftOut(withoutSetting, notShoppers, unrepeatable),
        expected.shoppers(),
        touched,
        (int) compared.stream().filter(Compared::changed).count(),
        moves.moved(),
        moves.brands(page.catalog()),
        moves.categories(page.catalog()),
        expected.clicks(),
        revenue,
        expected.margin(),
        revenue == null ? null : worths.currency(),
        expected.coverage(),
        chances.takes());
  }
}
