package dev.attune.graphql.listing;

import dev.attune.catalog.ProductId;
import dev.attune.decision.Ask;
import dev.attune.decision.Decided;
import dev.attune.decision.rule.Hidden;
import dev.attune.decision.source.taste.Rejected;
import dev.attune.search.listing.Hit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A list whose beginning was ranked for the shopper: what of it may be shown, and in which order.
 *
 * @param still those of the walk's products that the list has still
 * @param top what was ranked
 */
record Judged(
    Asked asked, @Nullable Walk walk, Set<ProductId> still, List<ProductId> top, Decided decided) {
  Judged {
    still = Set.copyOf(still);
    top = List.copyOf(top);
  }

  /** In the shopper's order, as far as the list was read. */
  Ordered order(Listed listed) {
    List<ProductId> personal =
        decided.subjects().stream().map(id -> new ProductId(id.local())).toList();
    Set<ProductId> found = new HashSet<>(top);
    found.addAll(still);
    listed.hits().forEach(hit -> found.add(hit.product()));
    Set<ProductId> hidden = hidden(found, personal);
    long brought = personal.stream().filter(id -> !found.contains(id)).count();
    int left = (int) Math.max(0, listed.total() - hidden.size() + brought);
    if (walk != null) {
      Set<ProductId> gone = new HashSet<>(walk.products());
      gone.removeAll(still);
      personal.forEach(gone::remove);
      hidden.addAll(gone);
    }
    String name = walk == null ? decided.id() : walk.name();
    return new Ordered(asked.query(), name, products(personal, listed.hits()), hidden, left);
  }

  /** What the ranking left out, and what must not be shown wherever it stands. */
  private Set<ProductId> hidden(Set<ProductId> found, List<ProductId> personal) {
    Ask ask = asked.ask(top, List.of());
    Set<ProductId> hidden = new HashSet<>(top);
    personal.forEach(hidden::remove);
    hidden.addAll(Hidden.among(found, asked.slot().name(), ask));
    hidden.addAll(Rejected.among(found, ask));
    return hidden;
  }

  /** What was given, or is ranked now, then the rest of the list as it is. */
  private List<ProductId> products(List<ProductId> personal, List<Hit> hits) {
    List<ProductId> all = new ArrayList<>(walk == null ? personal : walk.products());
    Set<ProductId> known = new HashSet<>(all);
    known.addAll(top);
    for (Hit hit : hits) {
      if (!known.contains(hit.product())) {
        all.add(hit.product());
      }
    }
    return all;
  }
}
