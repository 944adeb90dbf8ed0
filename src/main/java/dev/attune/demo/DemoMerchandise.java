package dev.attune.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.attune.merchandising.Audience;
import dev.attune.merchandising.Guide;
import dev.attune.merchandising.Hero;
import dev.attune.merchandising.Kind;
import dev.attune.merchandising.Merchandise;
import dev.attune.merchandising.MerchandiseStore;
import dev.attune.merchandising.Merchandising;
import dev.attune.merchandising.Offer;
import dev.attune.merchandising.ProductCollection;
import dev.attune.merchandising.Write;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Writes the demo shop's heroes, offers, guides and collections, those that are not there yet. */
@ApplicationScoped
class DemoMerchandise {
  private static final String WHO = "demo";

  private final MerchandiseStore store;
  private final Merchandising merchandising;

  DemoMerchandise(MerchandiseStore store, Merchandising merchandising) {
    this.store = store;
    this.merchandising = merchandising;
  }

  Uni<Void> load(Instant at) {
    Merchandise there = merchandising.current();
    Write first = new Write(0, WHO, at);
    List<Uni<?>> writes = new ArrayList<>();
    heroes().stream()
        .filter(hero -> there.hero(hero.id()).isEmpty())
        .forEach(hero -> writes.add(store.save(Kind.HERO, hero, first)));
    offers().stream()
        .filter(offer -> there.offer(offer.id()).isEmpty())
        .forEach(offer -> writes.add(store.save(Kind.OFFER, offer, first)));
    guides().stream()
        .filter(guide -> there.guide(guide.id()).isEmpty())
        .forEach(guide -> writes.add(store.save(Kind.GUIDE, guide, first)));
    collections().stream()
        .filter(collection -> there.collection(collection.id()).isEmpty())
        .forEach(collection -> writes.add(store.save(Kind.COLLECTION, collection, first)));
    return Multi.createFrom()
        .iterable(writes)
        .onItem()
        .transformToUniAndConcatenate(write -> write.replaceWithVoid())
        .collect()
        .asList()
        .replaceWithVoid();
  }

  static List<Hero> heroes() {
    return each("heroes.json")
        .map(
            node ->
                new Hero(
                    text(node, "id"),
                    text(node, "headline"),
                    optional(node, "subline"),
                    optional(node, "image"),
                    text(node, "link"),
                    optional(node, "category"),
                    Audience.valueOf(text(node, "audience")),
                    optional(node, "campaign"),
                    node.get("priority").asInt(),
                    node.path("evergreen").asBoolean(),
                    0))
        .toList();
  }

  static List<Offer> offers() {
    return each("offers.json")
        .map(
            node -> {
              @Nullable String endsAt = optional(node, "endsAt");
              return new Offer(
                  text(node, "id"),
                  optional(node, "code"),
                  text(node, "title"),
                  optional(node, "description"),
                  Audience.valueOf(text(node, "audience")),
                  optional(node, "category"),
                  endsAt == null ? null : Instant.parse(endsAt),
                  node.hasNonNull("discount") ? node.get("discount").asDouble() : null,
                  null,
                  0);
            })
        .toList();
  }

  static List<Guide> guides() {
    return each("content.json")
        .map(
            node ->
                new Guide(
                    text(node, "id"),
                    text(node, "title"),
                    optional(node, "text"),
                    optional(node, "image"),
                    text(node, "link"),
                    optional(node, "category"),
                    0))
        .toList();
  }

  static List<ProductCollection> collections() {
    return each("collections.json")
        .map(
            node -> {
              List<String> products = new ArrayList<>();
              node.get("products").forEach(product -> products.add(product.asText()));
              return new ProductCollection(
                  text(node, "id"), text(node, "handle"), text(node, "title"), products, 0);
            })
        .toList();
  }

  private static Stream<JsonNode> each(String name) {
    return StreamSupport.stream(DemoResources.json(name).spliterator(), false);
  }

  private static String text(JsonNode node, String field) {
    return node.get(field).asText();
  }

  private static @Nullable String optional(JsonNode node, String field) {
    return node.path(field).isTextual() ? node.get(field).asText() : null;
  }
}
