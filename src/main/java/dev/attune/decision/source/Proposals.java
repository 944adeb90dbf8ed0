package dev.attune.decision.source;

import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.ProductId;
import dev.attune.models.Scored;
import dev.attune.models.Shortlist;
import dev.attune.record.Feature;
import dev.attune.record.Features;
import java.util.Arrays;
import java.util.List;

/**
 * Products that were proposed for a list, by whom, and how strongly each proposer wants them. What
 * the catalog does not have is left out. Arrays in place of objects: a page has some 500 proposals.
 */
public final class Proposals {
  private static final int USUAL = 128;

  private final CatalogSnapshot catalog;

  /** Where the proposals of places stand, by open addressing: its number and one, 0 for none. */
  private int[] slots = new int[USUAL * 4];

  private int size;
  private int[] places = new int[USUAL];
  private String[] sources = new String[USUAL];

  /** The last word on each proposal, a word being what one proposer says of one; and one. */
  private int[] last = new int[USUAL];

  private int words;
  private int[] before = new int[USUAL];
  private Feature[] features = new Feature[USUAL];
  private double[] strengths = new double[USUAL];

  public Proposals(CatalogSnapshot catalog) {
    this.catalog = catalog;
  }

  /** Takes one proposal of a strength from 0 to 1. */
  public void add(ProductId product, String source, Feature feature, double strength) {
    add(catalog.ordinal(product), source, feature, strength);
  }

  /**
   * The same of the product at a place of the catalog.
   *
   * @param place below 0 for one that the catalog does not have
   */
  void add(int place, String source, Feature feature, double strength) {
    if (place < 0) {
      return;
    }
    int number = number(place, source);
    if (strength <= 0) {
      return;
    }
    if (words == before.length) {
      before = Arrays.copyOf(before, words * 2);
      features = Arrays.copyOf(features, words * 2);
      strengths = Arrays.copyOf(strengths, words * 2);
    }
    before[words] = last[number];
    features[words] = feature;
    strengths[words] = strength;
    last[number] = ++words;
  }

  private int number(int place, String source) {
    int slot = slot(place);
    if (slots[slot] == 0) {
      if (size == places.length) {
        grow();
        slot = slot(place);
      }
      places[size] = place;
      sources[size] = source;
      slots[slot] = ++size;
    }
    return slots[slot] - 1;
  }

  private int slot(int place) {
    int slot = (place * 0x9E3779B9 >>> 7) & slots.length - 1;
    while (slots[slot] != 0 && places[slots[slot] - 1] != place) {
      slot = slot + 1 & slots.length - 1;
    }
    return slot;
  }

  private void grow() {
    places = Arrays.copyOf(places, size * 2);
    sources = Arrays.copyOf(sources, size * 2);
    last = Arrays.copyOf(last, size * 2);
    slots = new int[slots.length * 2];
    for (int i = 0; i < size; i++) {
      slots[slot(places[i])] = i + 1;
    }
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

  /** How many products there are. */
  int size() {
    return size;
  }

  /** The place in the catalog of one, in the order in which they were first proposed. */
  int place(int number) {
    return places[number];
  }

  /** Who proposed it first. */
  String source(int number) {
    return sources[number];
  }

  /** Writes down how strongly its proposers want it. */
  void tell(int number, Features.Sheet sheet) {
    for (int word = last[number]; word > 0; word = before[word - 1]) {
      sheet.raise(features[word - 1], strengths[word - 1]);
    }
  }
}
