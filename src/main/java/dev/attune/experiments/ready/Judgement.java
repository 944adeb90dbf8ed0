package dev.attune.experiments.ready;

import dev.attune.experiments.ready.Facts.Choices;
import dev.attune.experiments.ready.Facts.Data;
import dev.attune.experiments.ready.Facts.People;
import dev.attune.experiments.ready.Facts.Proof;
import dev.attune.experiments.ready.Facts.Tried;
import dev.attune.experiments.ready.Facts.Writing;
import dev.attune.experiments.ready.Finding.Evidence;
import dev.attune.experiments.ready.Finding.Status;
import java.util.ArrayList;
import java.util.List;

/** Judges facts; where the bars lie is stated and nobody's measurement. */
final class Judgement {
  /** Of the catalog's health: above it, faults touch few products or weigh little. */
  static final double CLEAN = .9;

  /** Of orders: with fewer by known customers, histories are mostly of somebody unknown. */
  static final double KNOWN = .5;

  /** Of the shoppers seen: with fewer choices, consent is what the shop assumes. */
  static final double CHOSEN = .2;

  private Judgement() {}

  static List<Finding> of(Facts facts) {
    return List.of(
        data(facts.data()),
        people(facts.people()),
        tried(facts.tried()),
        writing(facts.writing()),
        choices(facts.choices()));
  }

  private static Finding data(Data data) {
    return finding(
        Pillar.CLEAN_DATA,
        status(data.products() > 0, data.score() >= CLEAN),
        new Evidence("PRODUCTS", data.products()),
        new Evidence("CATALOG_SCORE", data.products() == 0 ? 0 : data.score()));
  }

  private static Finding people(People people) {
    return finding(
        Pillar.CONNECTED_IDENTITY,
        status(people.customers() > 0, people.knownShare() >= KNOWN),
        new Evidence("CUSTOMERS", people.customers()),
        new Evidence("JOINED_IDENTIFIERS", people.identifiers()),
        new Evidence("SUSPICIONS", people.suspicions()),
        new Evidence("ORDERS", people.orders()),
        new Evidence("ORDERS_OF_KNOWN_SHARE", people.knownShare()));
  }

  private static Finding tried(Tried tried) {
    if (tried.proof().isEmpty()) {
      return finding(
          Pillar.PROVEN_USE_CASE,
          status(tried.started() > 0, false),
          new Evidence("EXPERIMENTS", tried.started()));
    }
    Proof proof = tried.proof().get();
    List<Evidence> evidence = new ArrayList<>();
    evidence.add(new Evidence("EXPERIMENTS", tried.started()));
    proof
        .lift()
        .ifPresent(
            lift -> {
              evidence.add(new Evidence("LIFT", lift.value()));
              evidence.add(new Evidence("LIFT_LOWER", lift.interval().lower()));
            });
    return new Finding(Pillar.PROVEN_USE_CASE, Status.READY, evidence, proof.experiment());
  }

  private static Finding writing(Writing writing) {
    boolean spoke = writing.rules() + writing.heroes() + writing.writes() > 0;
    return finding(
        Pillar.MERCHANTS_INTERVENE,
        status(spoke, writing.rules() + writing.heroes() > 0 && writing.writes() > 0),
        new Evidence("LIVE_RULES", writing.rules()),
        new Evidence("HEROES", writing.heroes()),
        new Evidence("WRITES", writing.writes()),
        new Evidence("WRITERS", writing.writers()));
  }

  private static Finding choices(Choices choices) {
    boolean enough =
        choices.deniedByDefault() || choices.chosen() >= CHOSEN * Math.max(1, choices.shoppers());
    return finding(
        Pillar.FIRST_PARTY_CONSENT,
        status(choices.chosen() > 0, enough),
        new Evidence("SHOPPERS", choices.shoppers()),
        new Evidence("CHOICES", choices.chosen()),
        new Evidence(
            "GRANTED_SHARE",
            choices.chosen() == 0 ? 0 : (double) choices.granted() / choices.chosen()));
  }

  private static Status status(boolean begun, boolean ready) {
    if (!begun) {
      return Status.MISSING;
    }
    return ready ? Status.READY : Status.BEGUN;
  }

  private static Finding finding(Pillar pillar, Status status, Evidence... evidence) {
    return new Finding(pillar, status, List.of(evidence), null);
  }
}
