package dev.attune.experiments.ready;

import dev.attune.catalog.health.CatalogHealth;
import dev.attune.catalog.health.HealthMonitor;
import dev.attune.experiments.advice.Answer;
import dev.attune.experiments.ready.Facts.Proof;
import dev.attune.experiments.ready.Facts.Tried;
import dev.attune.experiments.ready.Facts.Writing;
import dev.attune.experiments.report.Report;
import dev.attune.experiments.report.Report.Conclusion;
import dev.attune.experiments.report.Reports;
import dev.attune.experiments.store.Definition;
import dev.attune.experiments.store.Experiments;
import dev.attune.experiments.trial.Treatment;
import dev.attune.identity.member.IdentityHealth;
import dev.attune.merchandising.AuditLine;
import dev.attune.merchandising.Merchandise;
import dev.attune.merchandising.MerchandiseStore;
import dev.attune.merchandising.Merchandising;
import dev.attune.privacy.Consent;
import dev.attune.privacy.ConsentDefaults;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Looks whether the ground is laid, now. */
@ApplicationScoped
public class Readiness {
  private static final Duration LATELY = Duration.ofDays(28);

  /** Experiments are looked at from the last one back; more would take minutes. */
  private static final int LOOKED_AT = 5;

  private static final int WRITES = 500;

  private final HealthMonitor catalog;
  private final IdentityHealth identity;
  private final PgPeople people;
  private final Experiments experiments;
  private final Reports reports;
  private final Merchandising merchandising;
  private final MerchandiseStore written;
  private final ConsentDefaults defaults;
  private final Clock clock;

  Readiness(
      HealthMonitor catalog,
      IdentityHealth identity,
      PgPeople people,
      Experiments experiments,
      Reports reports,
      Merchandising merchandising,
      MerchandiseStore written,
      ConsentDefaults defaults,
      Clock clock) {
    this.catalog = catalog;
    this.identity = identity;
    this.people = people;
    this.experiments = experiments;
    this.reports = reports;
    this.merchandising = merchandising;
    this.written = written;
    this.defaults = defaults;
    this.clock = clock;
  }

  /** One finding for each pillar, in their order. */
  public Uni<List<Finding>> now() {
    Instant since = clock.instant().minus(LATELY);
    return people
        .since(since)
        .chain(
            counted ->
                identity
                    .report()
                    .chain(
                        who ->
                            writing(since)
                                .chain(
                                    writing ->
                                        tried().map(tried -> facts(counted, who, writing, tried)))))
        .map(Judgement::of);
  }

  private Facts facts(
      PgPeople.Counted counted, IdentityHealth.Report who, Writing writing, Tried tried) {
    CatalogHealth health = catalog.current();
    long suspicions = who.findings().stream().mapToLong(IdentityHealth.Finding::count).sum();
    return new Facts(
        new Facts.Data(health.products(), health.score()),
        new Facts.People(
            who.customers(), who.identifiers(), suspicions, counted.orders(), counted.known()),
        tried,
        writing,
        new Facts.Choices(
            counted.shoppers(),
            counted.chosen(),
            counted.granted(),
            defaults.in(null) == Consent.State.DENIED));
  }

  private Uni<Writing> writing(Instant since) {
    Merchandise now = merchandising.current();
    int rules = (int) now.rules().stream().filter(rule -> rule.live() != null).count();
    return written
        .audit(WRITES)
        .map(lines -> lines.stream().filter(line -> line.at().isAfter(since)).toList())
        .map(
            lines ->
                new Writing(
                    rules,
                    now.heroes().size(),
                    lines.size(),
                    (int) lines.stream().map(AuditLine::who).distinct().count()));
  }

  private Uni<Tried> tried() {
    List<Definition> started =
        experiments.current().definitions().stream()
            .filter(one -> one.life().startedAt() != null)
            .filter(one -> one.arms().get(0).treatment() == Treatment.CONTROL)
            .sorted(
                Comparator.comparing(
                        (Definition one) ->
                            Optional.ofNullable(one.life().startedAt()).orElseThrow())
                    .reversed()
                    .thenComparing(Definition::id))
            .toList();
    return proof(started, 0).map(found -> new Tried(started.size(), found));
  }

  /** The first that holds, one after the other: each is a statement over everybody exposed. */
  private Uni<Optional<Proof>> proof(List<Definition> started, int at) {
    if (at >= Math.min(LOOKED_AT, started.size())) {
      return Uni.createFrom().item(Optional.empty());
    }
    return reports
        .of(started.get(at))
        .map(Readiness::proof)
        .chain(found -> found.isPresent() ? Uni.createFrom().item(found) : proof(started, at + 1));
  }

  private static Optional<Proof> proof(Report report) {
    for (Conclusion conclusion : report.conclusions()) {
      if (conclusion.advice().answer() == Answer.MORE
          && conclusion.primary().difference().interval().lower() > 0) {
        return Optional.of(
            new Proof(
                report.definition().id(),
                conclusion.primary().difference(),
                conclusion.primary().lift()));
      }
    }
    return Optional.empty();
  }
}
