package dev.attune.catalog.snapshot;

import dev.attune.catalog.Attribute;
import dev.attune.catalog.Picture;
import dev.attune.catalog.Product;
import dev.attune.catalog.ProductId;
import dev.attune.catalog.Relation;
import dev.attune.catalog.Variant;
import dev.attune.catalog.absence.Absence;
import dev.attune.catalog.snapshot.market.StoredPrice;
import dev.attune.catalog.snapshot.market.VariantTitles;
import dev.attune.catalog.snapshot.shared.Shared;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A product while its variants come together; the first of them speaks for it. */
final class ProductDraft {
  private static final List<String> ALWAYS_CHOSEN = List.of("color", "size");

  private final ProductId id;
  private final String handle;
  private final Instant addedAt;
  private final @Nullable Absence absence;
  private final List<StoredVariant> variants = new ArrayList<>(1);
  private long position = Long.MAX_VALUE;

  /** One that nobody has missed so far. */
  ProductDraft(ProductId id, String handle, Instant addedAt) {
    this(id, handle, addedAt, null);
  }

  ProductDraft(ProductId id, String handle, Instant addedAt, @Nullable Absence absence) {
    this.id = id;
    this.handle = handle;
    this.addedAt = addedAt;
    this.absence = absence;
  }

  void add(StoredVariant variant) {
    variants.add(variant);
    position = Math.min(position, variant.position());
  }

  ProductId id() {
    return id;
  }

  /** Where it stands in the shop's order. */
  long position() {
    return position;
  }

  /** The product as it is at this instant. */
  Product product(Instant now, List<Relation> relations, Shared shared) {
    variants.sort(Comparator.comparingLong(StoredVariant::position));
    StoredVariant first = variants.get(0);
    String title = VariantTitles.common(variants.stream().map(StoredVariant::title).toList());
    List<Picture> pictures = pictures(title);
    Set<String> chosen = chosen();
    List<Variant> all = new ArrayList<>(variants.size());
    for (StoredVariant variant : variants) {
      all.add(variant(variant, title, pictures, chosen, now));
    }
    return new Product(
        id,
        handle,
        title,
        first.description(),
        first.brand(),
        union(StoredVariant::categories),
        union(StoredVariant::tags),
        attributes(shared),
        pictures,
        first.link(),
        all,
        relations,
        addedAt,
        first.daysOfUse(),
        absence);
  }

  private static Variant variant(
      StoredVariant stored, String title, List<Picture> pictures, Set<String> chosen, Instant now) {
    Map<String, String> options = stored.options();
    if (!chosen.containsAll(options.keySet())) {
      options = new LinkedHashMap<>(options);
      options.keySet().retainAll(chosen);
    }
    StoredPrice price = stored.price();
    @Nullable Picture image =
        stored.images().isEmpty() ? null : new Picture(stored.images().get(0), stored.title());
    if (image != null && image.equals(pictures.get(0))) {
      image = pictures.get(0);
    }
    return new Variant(
        stored.id(),
        stored.id(),
        VariantTitles.own(stored.title(), title, options.values()),
        price.at(now),
        price.onSale(now) ? price.regular() : null,
        price.cost(),
        stored.quantity(),
        stored.availability(),
        options,
        image,
        stored.barcode());
  }

  /** Colour and size always, other options where the variants differ in them. */
  private Set<String> chosen() {
    if (variants.size() == 1 && variants.get(0).options().isEmpty()) {
      return Set.of();
    }
    Map<String, Set<String>> values = new LinkedHashMap<>();
    for (StoredVariant variant : variants) {
      variant
          .options()
          .forEach(
              (name, value) -> values.computeIfAbsent(name, n -> new LinkedHashSet<>()).add(value));
    }
    values
        .entrySet()
        .removeIf(
            option -> option.getValue().size() < 2 && !ALWAYS_CHOSEN.contains(option.getKey()));
    return values.keySet();
  }

  private List<Attribute> attributes(Shared shared) {
    if (variants.size() == 1 && variants.get(0).options().isEmpty()) {
      return variants.get(0).attributes();
    }
    Map<String, Attribute> all = new LinkedHashMap<>();
    for (StoredVariant variant : variants) {
      variant.options().forEach((name, value) -> merge(all, option(name, value), shared));
      variant.attributes().forEach(attribute -> merge(all, attribute, shared));
    }
    return List.copyOf(all.values());
  }

  private static Attribute option(String name, String value) {
    String label = Character.toUpperCase(name.charAt(0)) + name.substring(1);
    return new Attribute(name, label, List.of(value));
  }

  private static void merge(Map<String, Attribute> all, Attribute more, Shared shared) {
    all.merge(
        more.name(),
        shared.one(more),
        (known, added) -> {
          if (known.values().containsAll(added.values())) {
            return known;
          }
          Set<String> values = new LinkedHashSet<>(known.values());
          values.addAll(added.values());
          return shared.one(new Attribute(known.name(), known.label(), List.copyOf(values)));
        });
  }

  private List<Picture> pictures(String title) {
    List<String> urls = union(StoredVariant::images);
    List<Picture> pictures = new ArrayList<>(urls.size());
    for (String url : urls) {
      pictures.add(new Picture(url, title));
    }
    return pictures;
  }

  private <T> List<T> union(Function<StoredVariant, ? extends Collection<T>> part) {
    if (variants.size() == 1
        && part.apply(variants.get(0)) instanceof List<T> only
        && only.size() <= 1) {
      return only;
    }
    Set<T> all = new LinkedHashSet<>();
    variants.forEach(variant -> all.addAll(part.apply(variant)));
    return List.copyOf(all);
  }
}
