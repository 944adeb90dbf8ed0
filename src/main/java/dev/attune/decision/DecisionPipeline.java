package dev.attune.decision;

import dev.attune.catalog.CategoryId;
import dev.attune.catalog.ProductId;
import dev.attune.decision.explore.Exploration;
import dev.attune.decision.explore.ExploreSettings;
import dev.attune.decision.offer.OfferPolicy;
import dev.attune.decision.offer.OfferSettings;
import dev.attune.decision.rehearsal.Rehearsal;
import dev.attune.decision.rule.Ruled;
import dev.attune.events.Campaign;
import dev.attune.events.Identifier;
import dev.attune.experiments.exposure.ExposureLog;
import dev.attune.experiments.trial.Trial;
import dev.attune.experiments.trial.Trials;
import dev.attune.identity.Asker;
import dev.attune.platform.id.GlobalId;
import dev.attune.record.Basis;
import dev.attune.record.Candidate;
import dev.attune.record.DecisionLog;
import dev.attune.record.Question;
import dev.attune.record.RecordedDecision;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The one way to decide: draw, filter, rank, arrange, explain, log. */
@ApplicationScoped
public class DecisionPipeline {
  private static final Logger LOG = Logger.getLogger(DecisionPipeline.class);

  private final DecisionLog log;
  private final ExposureLog exposures;
  private final DecisionIds ids;
  private final ExploreSettings explore;
  private final OfferSettings offers;
  private final MeterRegistry meters;

  public DecisionPipeline(
      DecisionLog log,
      ExposureLog exposures,
      DecisionIds ids,
      ExploreSettings explore,
      OfferSettings offers,
      MeterRegistry meters) {
    this.log = log;
    this.exposures = exposures;
    this.ids = ids;
    this.explore = explore;
    this.offers = offers;
    this.meters = meters;
  }

  /** Decides and keeps a record of it; a slot that fails answers from its fallback. */
  public Decided decide(Slot slot, Ask ask) {
    Answered answered = answer(slot, ask);
    DecisionContext context = ask.context();
    List<Trial> trials = context.trials().on(slot.name());
    Decided decided =
        new Decided(
            ids.next(context.now()),
            answered.basis(),
            Reasons.of(answered.resolution().answer(), context.mayNameHistory()),
            context.degraded(),
            items(answered.resolution(), context.mayNameHistory()),
            trials.stream().map(DecisionPipeline::trial).toList());
    RecordedDecision recorded = recorded(slot, ask, answered, decided);
    @Nullable Rehearsal rehearsal = context.rehearsal();
    if (rehearsal != null) {
      rehearsal.add(decided, recorded);
    } else {
      log.append(recorded);
      trials.forEach(trial -> exposures.append(trial, context.now()));
    }
    return decided;
  }

  private Answered answer(Slot slot, Ask ask) {
    @Nullable Answered nothing = null;
    try {
      Answered answered = answer(slot, ask, slot.sources(), slot.basis(), share(slot, ask));
      if (!answered.resolution().answer().isEmpty()) {
        return answered;
      }
      nothing = answered;
    } catch (RuntimeException failed) {
      meters.counter("attune.slot.failures", "slot", slot.name()).increment();
      LOG.errorf(failed, "Slot %s fell back", slot.name());
    }
    @Nullable Source fallback = slot.fallback();
    Answered otherwise =
        answer(slot, ask, fallback == null ? List.of() : List.of(fallback), Basis.FALLBACK, 0);
    return nothing == null || !otherwise.resolution().answer().isEmpty()
        ? otherwise
        : new Answered(nothing.question(), nothing.resolution(), otherwise.basis());
  }

  /** Nothing is tried out on those who are held out. */
  private double share(Slot slot, Ask ask) {
    boolean may =
        slot.untried() != null
            && ask.context().mayExplore()
            && !ask.context().trials().impersonal(slot.name());
    return may ? explore.share() : 0;
  }

  private Answered answer(
      Slot slot, Ask asked, List<Source> sources, @Nullable Basis fixed, double share) {
    Trials trials = asked.context().trials();
    boolean impersonal = trials.impersonal(slot.name());
    Ask ask = asked.on(slot.name());
    String seed = ids.seed();
    Map<String, Double> learned = slot.tuning(ask.context().models().weights(slot.name()));
    Map<String, Double> weighed = OfferPolicy.tuned(learned, offers);
    Map<String, Double> tuning = slot.exploring(trials.tuned(slot.name(), weighed), share);
    @Nullable Source untried = Exploration.happens(tuning, seed) ? slot.untried() : null;
    List<Candidate> proposed = draw(sources, ask);
    List<Candidate> all = untried == null ? proposed : with(proposed, untried.draw(ask));
    List<Candidate> ruled = Ruled.candidates(slot.name(), ask, sources, all);
    List<Candidate> drawn =
        impersonal
            ? ruled.stream().map(one -> one.with(one.features().impersonal())).toList()
            : ruled;
    Question question =
        new Question(
            slot.name(),
            ask.first(),
            ask.context().mayNameHistory(),
            tuning,
            seed,
            drawn,
            Gated.by(slot, ask, drawn));
    Resolution resolution = Resolution.of(slot, question);
    Basis basis = fixed == null ? basis(resolution) : fixed;
    return new Answered(question, resolution, impersonal ? Basis.CONTROL : basis);
  }

  private static List<Candidate> draw(List<Source> sources, Ask ask) {
    if (sources.size() == 1) {
      return sources.get(0).draw(ask);
    }
    List<Candidate> drawn = List.of();
    for (Source source : sources) {
      drawn = with(drawn, source.draw(ask));
    }
    return drawn;
  }

  private static List<Candidate> with(List<Candidate> drawn, List<Candidate> more) {
    Map<GlobalId, Candidate> all = new LinkedHashMap<>();
    drawn.forEach(candidate -> all.put(candidate.subject(), candidate));
    for (Candidate candidate : more) {
      all.merge(
          candidate.subject(),
          candidate,
          (first, second) -> first.with(first.features().max(second.features())));
    }
    return new ArrayList<>(all.values());
  }

  private static Basis basis(Resolution resolution) {
    @Nullable Basis first = null;
    for (Ranked ranked : resolution.answer()) {
      Basis basis = ranked.basis();
      first = first == null || basis.compareTo(first) < 0 ? basis : first;
    }
    return first == null ? Basis.FALLBACK : first;
  }

  private static List<Decided.Item> items(Resolution resolution, boolean mayNameHistory) {
    List<Decided.Item> items = new ArrayList<>(resolution.answer().size());
    for (Ranked ranked : resolution.answer()) {
      items.add(
          new Decided.Item(
              ranked.candidate().subject(), ranked.score(), Reasons.of(ranked, mayNameHistory)));
    }
    return items;
  }

  private static RecordedDecision recorded(Slot slot, Ask ask, Answered answered, Decided decided) {
    Question question = answered.question();
    Asker asker = ask.context().shopper().asker();
    @Nullable Identifier owner = ask.context().shopper().owner();
    return new RecordedDecision(
        decided.id(),
        owner == null ? null : owner.key(),
        asker.proof().name(),
        ask.placement(),
        ask.context().now(),
        decided.basis(),
        decided.degraded(),
        decided.reasons(),
        decided.subjects(),
        ask.context().versions(slot.policyOf(question.tuning())),
        question,
        decided.trials(),
        Exploration.in(answered.resolution().answer()),
        setting(ask, owner));
  }

  /** What was searched for is kept only where its owner can have it erased. */
  private static RecordedDecision.Setting setting(Ask ask, @Nullable Identifier owner) {
    Place place = ask.context().place();
    @Nullable CategoryId category = ask.category();
    @Nullable ProductId product = ask.product();
    @Nullable Campaign campaign = place.campaign();
    return new RecordedDecision.Setting(
        ask.context().shopper().asker().traffic().name(),
        category == null ? null : category.value(),
        product == null ? null : product.value(),
        owner == null ? null : ask.query(),
        place.device(),
        place.country(),
        campaign == null ? null : campaign.name());
  }

  private static RecordedDecision.Trial trial(Trial trial) {
    return new RecordedDecision.Trial(
        trial.experiment(), trial.arm().key(), trial.control(), trial.crossed());
  }

  private record Answered(Question question, Resolution resolution, Basis basis) {}
}
