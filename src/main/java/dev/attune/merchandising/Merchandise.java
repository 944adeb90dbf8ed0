package dev.attune.merchandising;

import java.util.List;
import java.util.Optional;

/** All that merchants wrote, at one version: immutable, in memory, swapped as a whole. */
public record Merchandise(
    String version,
    List<Hero> heroes,
    List<Offer> offers,
    List<Guide> guides,
    List<ProductCollection> collections,
    List<Synonyms> synonyms,
    List<Redirect> redirects) {
  /** Merchants wrote nothing yet. */
  public static final Merchandise EMPTY =
      new Merchandise("0", List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

  public Merchandise {
    heroes = List.copyOf(heroes);
    offers = List.copyOf(offers);
    guides = List.copyOf(guides);
    collections = List.copyOf(collections);
    synonyms = List.copyOf(synonyms);
    redirects = List.copyOf(redirects);
  }

  public Optional<Hero> hero(String id) {
    return heroes.stream().filter(hero -> hero.id().equals(id)).findFirst();
  }

  public Optional<Offer> offer(String id) {
    return offers.stream().filter(offer -> offer.id().equals(id)).findFirst();
  }

  public Optional<Guide> guide(String id) {
    return guides.stream().filter(guide -> guide.id().equals(id)).findFirst();
  }

  /** Where this query leads instead of to a list. */
  public Optional<Redirect> redirect(String query) {
    return redirects.stream().filter(redirect -> redirect.answers(query)).findFirst();
  }

  public Optional<ProductCollection> collection(String id) {
    return collections.stream().filter(collection -> collection.id().equals(id)).findFirst();
  }
}
