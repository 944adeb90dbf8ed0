package dev.attune.decision.source;

import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.ProductId;
import dev.attune.models.Scored;
import dev.attune.models.Shortlist;
import dev.attune.models.compact.Tally;
import dev.attune.record.Feature;
import dev.attune.record.Features;
import java.util.ArrayList;
import java.util.List;

/**
 * Products that were proposed for a list, by whom, and how strongly each proposer wants them. What
 * the catalog does not have is left out.
 */
public final class Proposals {
  private static final int USUAL = 512;

  private final CatalogSnapshot catalog;
  private final Tally known = new Tally(USUAL);
  private final List<Proposal> all = new ArrayList<>();

  /**
   * One product.
   *
   * @param place its place in the catalog
   * @param source who proposed it first
   */
  record Proposal(int place, String source, Features.Sheet strengths) {}

  public Proposals(CatalogSnapshot catalog) {
    this.catalog = catalog;
  }

  /** Takes one proposal of a strength from 0 to 1. */
  public void add(ProductId product, String source, Feature feature, double strength) {
    add(catalog.ordinal(product), source, feature, strength);
  }

  private void add(int place, String source, Feature feature, double strength) {
    if (place < 0) {
      return;
    }
    int number = (int) known.get(place);
    if (number == 0) {
      all.add(new Proposal(place, source, new Features.Sheet()));
      number = all.size();
      known.add(place, number);
    }
    all.get(number - 1).strengths().raise(feature, strength);
  }

  /** Takes a model's list, scaled so that its best is 1. */
  public void addAll(List<Scored> scored, String source, Feature feature) {
    double best = 0;
    for (Scored one : scored) {
      best = Math.max(best, one.score());
    }
    for (int i = 0; i < scored.size() && best > 0; i++) {
      Scored one = scored.get(i);
      add(one.product(), source, feature, Math.max(0, one.score() / best));
    }
  }

  /** Takes a model's list, scaled so that its best is 1. */
  public void addAll(Shortlist list, String source, Feature feature) {
    double best = list.size() == 0 ? 0 : list.score(0);
    if (best > 0) {
      add(list, best, source, feature);
    }
  }

  /** Takes a model's list, whose scores are from 0 to 1. */
  public void addAsIs(Shortlist list, String source, Feature feature) {
    add(list, 1, source, feature);
  }

  private void add(Shortlist list, double best, String source, Feature feature) {
    for (int i = 0; i < list.size(); i++) {
      add(list.place(i, catalog), source, feature, Math.max(0, list.score(i) / best));
    }
  }

  List<Proposal> all() {
    return all;
  }
}
