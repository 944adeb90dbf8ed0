package dev.attune.experiments.report;

import dev.attune.experiments.metric.Attributed;
import dev.attune.experiments.metric.Attribution;
import dev.attune.experiments.metric.Attribution.Period;
import dev.attune.experiments.report.Return.OfPart;
import dev.attune.experiments.store.Definition;
import dev.attune.experiments.store.Experiments;
import dev.attune.experiments.trial.Treatment;
import dev.attune.experiments.trial.UseCase;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What each part of the shop returns: what it led to, what it cost, and what holding it back lost.
 */
@ApplicationScoped
public class Returns {
  private final Attribution attribution;
  private final Experiments experiments;
  private final Reports reports;

  Returns(Attribution attribution, Experiments experiments, Reports reports) {
    this.attribution = attribution;
    this.experiments = experiments;
    this.reports = reports;
  }

  public Uni<Return> of(Period period) {
    List<Definition> started =
        experiments.current().definitions().stream()
            .filter(one -> one.life().startedAt() != null)
            .toList();
    Map<String, Definition> proofs = new HashMap<>();
    for (UseCase useCase : UseCase.values()) {
      proof(started, one -> within(one, useCase)).ifPresent(one -> proofs.put(one.id(), one));
    }
    proof(started, Returns::holdout).ifPresent(one -> proofs.put(one.id(), one));
    return Multi.createFrom()
        .iterable(proofs.values())
        .onItem()
        .transformToUniAndConcatenate(reports::of)
        .collect()
        .asList()
        .chain(
            known ->
                attribution.of(period).map(attributed -> read(period, attributed, started, known)));
  }

  private static Return read(
      Period period, Attributed attributed, List<Definition> started, List<Report> known) {
    List<OfPart> parts = new ArrayList<>();
    for (UseCase useCase : UseCase.values()) {
      Predicate<Definition> its = one -> within(one, useCase);
      parts.add(
          new OfPart(
              Optional.of(useCase),
              attributed.part(useCase),
              cost(started, its, period),
              report(known, proof(started, its))));
    }
    OfPart all =
        new OfPart(
            Optional.empty(),
            attributed.all(),
            cost(started, one -> true, period),
            report(known, proof(started, Returns::holdout)));
    return new Return(period, parts, all);
  }

  private static Optional<Report> report(List<Report> known, Optional<Definition> of) {
    return of.flatMap(
        definition ->
            known.stream()
                .filter(report -> report.definition().id().equals(definition.id()))
                .findFirst());
  }

  /** The one that was started last of those whose control goes without. */
  private static Optional<Definition> proof(List<Definition> started, Predicate<Definition> its) {
    return started.stream()
        .filter(its)
        .filter(one -> one.arms().get(0).treatment() == Treatment.CONTROL)
        .max(
            Comparator.comparing((Definition one) -> startedAt(one)).thenComparing(Definition::id));
  }

  private static Instant startedAt(Definition one) {
    return Objects.requireNonNull(one.life().startedAt(), one.id());
  }

  private static boolean within(Definition one, UseCase useCase) {
    return one.scope().surfaces().stream().allMatch(surface -> surface.within(useCase));
  }

  private static boolean holdout(Definition one) {
    return one.scope().kind() == Definition.Kind.HOLDOUT;
  }

  private static long cost(List<Definition> started, Predicate<Definition> its, Period period) {
    return started.stream()
        .filter(its)
        .filter(one -> one.measuring().currency().equals(period.currency()))
        .filter(one -> startedAt(one).isBefore(period.until()) && !endedBefore(one, period.from()))
        .flatMap(one -> Stream.of(one.costs().programmeMinor(), one.costs().discountMinor()))
        .mapToLong(Long::longValue)
        .sum();
  }

  private static boolean endedBefore(Definition one, Instant from) {
    @Nullable Instant stopped = one.life().stoppedAt();
    return stopped != null && stopped.isBefore(from);
  }
}
