package dev.attune.merchandising.impact;

import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.CategoryId;
import dev.attune.catalog.Product;
import dev.attune.catalog.ProductId;
import dev.attune.merchandising.impact.Impact.Move;
import dev.attune.merchandising.impact.Impact.Share;
import dev.attune.platform.id.GlobalId;
import dev.attune.platform.id.NodeType;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Who stands where before and after. Attention is discounted by the logarithm of the place, as
 * exposure is in Singh and Joachims (KDD 2018).
 */
final class Moves {
  /** Attention that is the same but for the order of its sum. */
  private static final double SAME = 1e-9;

  private final Map<GlobalId, Places> before = new HashMap<>();
  private final Map<GlobalId, Places> after = new HashMap<>();

  /** All places that one thing had. */
  private static final class Places {
    private static final Places NONE = new Places();
    private int shown;
    private long sum;
    private double attention;

    void add(int place) {
      shown++;
      sum += place;
      attention += Chances.discount(place);
    }

    @Nullable Double mean() {
      return shown == 0 ? null : (double) sum / shown;
    }
  }

  Moves(List<Compared> decisions) {
    for (Compared one : decisions) {
      add(one.before(), before);
      add(one.after(), after);
    }
  }

  private static void add(List<GlobalId> shown, Map<GlobalId, Places> places) {
    for (int i = 0; i < shown.size(); i++) {
      places.computeIfAbsent(shown.get(i), any -> new Places()).add(i + 1);
    }
  }

  /** Those that have other places, the most moved first. */
  List<Move> moved() {
    Map<GlobalId, Places> all = new HashMap<>(before);
    all.putAll(after);
    return all.keySet().stream()
        .map(this::move)
        .filter(move -> far(move) > SAME || move.shownBefore() != move.shownAfter())
        .sorted(
            Comparator.comparingDouble(Moves::far)
                .reversed()
                .thenComparing(move -> move.subject().toString()))
        .toList();
  }

  private Move move(GlobalId subject) {
    Places was = before.getOrDefault(subject, Places.NONE);
    Places is = after.getOrDefault(subject, Places.NONE);
    return new Move(
        subject, was.shown, is.shown, was.mean(), is.mean(), was.attention, is.attention);
  }

  private static double far(Move move) {
    return Math.abs(move.attentionAfter() - move.attentionBefore());
  }

  /** What share of the attention brands have, the most changed first. */
  List<Share> brands(CatalogSnapshot catalog) {
    return shares(catalog, product -> Optional.ofNullable(product.brand()));
  }

  /** What share of the attention leaf categories have, by handle, the most changed first. */
  List<Share> categories(CatalogSnapshot catalog) {
    return shares(catalog, product -> product.mainCategory().map(CategoryId::value));
  }

  private List<Share> shares(CatalogSnapshot catalog, Function<Product, Optional<String>> group) {
    Map<String, Double> was = attention(before, catalog, group);
    Map<String, Double> is = attention(after, catalog, group);
    double allBefore = Math.max(SAME, was.values().stream().mapToDouble(one -> one).sum());
    double allAfter = Math.max(SAME, is.values().stream().mapToDouble(one -> one).sum());
    Map<String, Double> all = new HashMap<>(was);
    all.putAll(is);
    return all.keySet().stream()
        .map(
            name ->
                new Share(
                    name,
                    was.getOrDefault(name, 0.0) / allBefore,
                    is.getOrDefault(name, 0.0) / allAfter))
        .sorted(
            Comparator.comparingDouble((Share share) -> Math.abs(share.after() - share.before()))
                .reversed()
                .thenComparing(Share::of))
        .toList();
  }

  private static Map<String, Double> attention(
      Map<GlobalId, Places> places,
      CatalogSnapshot catalog,
      Function<Product, Optional<String>> group) {
    Map<String, Double> attention = new HashMap<>();
    places.forEach(
        (subject, had) -> {
          if (subject.type() == NodeType.PRODUCT) {
            catalog
                .product(new ProductId(subject.local()))
                .flatMap(group)
                .ifPresent(name -> attention.merge(name, had.attention, Double::sum));
          }
        });
    return attention;
  }
}
