package dev.attune.merchandising.impact;

import dev.attune.catalog.CategoryId;
import dev.attune.catalog.ProductId;
import dev.attune.decision.Ask;
import dev.attune.decision.DecisionContext;
import dev.attune.decision.Place;
import dev.attune.decision.Slot;
import dev.attune.decision.rule.Redone;
import dev.attune.decision.rule.Ruled;
import dev.attune.events.Campaign;
import dev.attune.identity.Asker;
import dev.attune.merchandising.Merchandise;
import dev.attune.merchandising.condition.Conditions;
import dev.attune.merchandising.rule.Action;
import dev.attune.merchandising.rule.Rule;
import dev.attune.merchandising.rule.Scope;
import dev.attune.merchandising.rule.Surface;
import dev.attune.merchandising.rule.WrittenRule;
import dev.attune.privacy.Consent;
import dev.attune.profile.Profile;
import dev.attune.profile.Shopper;
import dev.attune.record.Basis;
import dev.attune.record.Candidate;
import dev.attune.record.Question;
import dev.attune.record.RecordedDecision;
import dev.attune.record.RecordedDecision.Setting;
import dev.attune.record.past.PastDecision;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A drafted rule, ready to be held against recorded questions. When its schedule begins and ends is
 * not looked at: it is asked what it would have done.
 */
final class Draft {
  private final Rule rule;
  private final DecisionContext page;
  private final Merchandise alone;
  private final boolean asksShopper;
  private final boolean asksSetting;

  /**
   * @param page what the shop knows now, and in which market
   */
  Draft(Rule draft, DecisionContext page) {
    this.rule = draft.within(draft.scope().at(draft.scope().schedule().everyWeek()));
    this.page = page;
    this.alone =
        page.merchandise()
            .with(
                List.of(new WrittenRule(rule.id(), rule, null, 0)), page.merchandise().segments());
    @Nullable String condition = rule.condition();
    this.asksShopper =
        rule.scope().asksShopper()
            || (condition != null
                && Conditions.ofProductAndShopper("rule.condition", condition).asksShopper());
    this.asksSetting =
        rule.scope().asksVisit()
            || (rule.action().placing() && !rule.scope().categories().isEmpty());
  }

  /** The slots that it can act in, by name. */
  Set<String> slots() {
    Set<Surface> wanted = rule.scope().surfaces();
    return Arrays.stream(Surface.values())
        .filter(one -> wanted.isEmpty() || wanted.contains(one))
        .filter(one -> one != Surface.SORTED || rule.action() instanceof Action.Hide)
        .map(Surface::slot)
        .collect(Collectors.toSet());
  }

  /** Whether it asks who the shopper is. */
  boolean asksShopper() {
    return asksShopper;
  }

  /** Whether a record does not say what it asks for. */
  boolean lacks(RecordedDecision decision) {
    @Nullable Setting setting = decision.setting();
    if (setting == null) {
      return asksSetting;
    }
    boolean queryWithheld = setting.query() == null && decision.owner() == null;
    return queryWithheld && !rule.scope().queries().isEmpty();
  }

  /**
   * Whether it may hold where this was decided, by all that asks neither for the shopper nor for
   * what there was to choose from.
   *
   * @param decision of which no candidates are needed
   */
  boolean mayHold(RecordedDecision decision) {
    Scope scope = rule.scope();
    @Nullable Setting setting = decision.setting();
    boolean visited =
        !scope.asksVisit()
            || (setting != null
                && among(scope.markets(), setting.country())
                && among(scope.devices(), setting.device())
                && among(scope.campaigns(), setting.campaign())
                && (scope.queries().isEmpty()
                    || (setting.query() != null && scope.asks(setting.query()))));
    return visited && scope.schedule().covers(decision.at());
  }

  private static boolean among(Set<String> wanted, @Nullable String value) {
    return wanted.isEmpty() || (value != null && wanted.contains(value));
  }

  /** Whether something of what it did when it was live is to be taken back. */
  boolean acted(PastDecision past) {
    return past.actedOn(rule.id());
  }

  /**
   * Whether it would do something to what there was to choose from, or bring something in.
   *
   * @param profile of the shopper at that time, nobody's where the draft does not ask
   */
  boolean touches(Slot slot, PastDecision past, Profile profile) {
    return Ruled.touches(slot.name(), ask(past.head(), profile), past::subjects);
  }

  /**
   * The question as it would have been.
   *
   * @param profile of the shopper at that time, nobody's where the draft does not ask
   */
  Question asked(Slot slot, RecordedDecision decision, Profile profile) {
    Question question = decision.question();
    Ask ask = ask(decision, profile);
    List<Candidate> bare =
        question.candidates().stream().map(one -> one.touched(List.of())).toList();
    List<Candidate> drafted = Ruled.candidates(slot.name(), ask, slot.sources(), bare);
    if (decision.basis() == Basis.CONTROL) {
      drafted = drafted.stream().map(one -> one.with(one.features().impersonal())).toList();
    }
    return new Question(
        question.slot(),
        question.first(),
        question.mayNameHistory(),
        question.tuning(),
        question.seed(),
        Redone.of(rule.id(), question.candidates(), drafted, this::isAhead),
        question.gated());
  }

  /** A rule that is gone since had its turn before any other. */
  private boolean isAhead(String other) {
    Optional<Rule> live =
        page.merchandise().rule(other).flatMap(one -> Optional.ofNullable(one.live()));
    return live.isEmpty() || live.get().isAheadOf(rule);
  }

  private Ask ask(RecordedDecision decision, Profile profile) {
    @Nullable Setting setting = decision.setting();
    Ask ask = Ask.of(context(decision, profile), decision.question().first());
    if (decision.placement() != null) {
      ask = ask.at(decision.placement());
    }
    if (setting == null) {
      return ask;
    }
    if (setting.category() != null) {
      ask = ask.in(new CategoryId(setting.category()));
    }
    if (setting.product() != null) {
      ask = ask.about(new ProductId(setting.product()));
    }
    return ask.searching(setting.query());
  }

  private DecisionContext context(RecordedDecision decision, Profile profile) {
    Shopper shopper =
        new Shopper("", Asker.nobody(), Consent.byDefault(Consent.State.GRANTED), profile, profile);
    DecisionContext then =
        new DecisionContext(
            shopper,
            place(decision.setting()),
            decision.at(),
            page.catalog(),
            page.shop(),
            page.models(),
            alone,
            page.gates(),
            page.eventGates(),
            /* degraded= */ false);
    return decision.basis() == Basis.CONTROL ? then.forNobodyInParticular() : then;
  }

  private Place place(@Nullable Setting setting) {
    if (setting == null) {
      return Place.ANYWHERE;
    }
    @Nullable String name = setting.campaign();
    return new Place(
        null,
        name == null ? null : new Campaign(null, null, name, null, null),
        setting.device(),
        setting.country(),
        null,
        page.place().locale());
  }
}
