package dev.attune.graphql.listing;

import dev.attune.catalog.ProductId;
import dev.attune.decision.Decided;
import dev.attune.decision.DecisionContext;
import dev.attune.decision.source.Redirects;
import dev.attune.graphql.list.PageInfo;
import dev.attune.graphql.list.ProductConnection;
import dev.attune.graphql.list.ProductConnection.ProductEdge;
import dev.attune.graphql.list.QueryInterpretation;
import dev.attune.graphql.list.QueryInterpretation.AppliedFilter;
import dev.attune.graphql.schema.Decimal;
import dev.attune.graphql.view.BadgeSheet;
import dev.attune.graphql.view.Link;
import dev.attune.graphql.view.ProductView;
import dev.attune.graphql.why.DecisionSummary;
import dev.attune.graphql.why.ReasonView;
import dev.attune.platform.error.AttuneException;
import dev.attune.platform.error.ErrorCode;
import dev.attune.record.Reason;
import dev.attune.search.SearchResult;
import dev.attune.search.Understood;
import dev.attune.search.listing.Facet;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes connections of ordered products. */
public final class Connections {
  private Connections() {}

  /** The page that is asked for; products that are gone since are left out. */
  static ProductConnection of(Asked asked, Ordered list, Decided decided, Listed listed) {
    DecisionContext page = asked.page();
    Map<String, List<Reason>> reasons = new HashMap<>();
    decided.items().forEach(item -> reasons.put(item.subject().local(), item.reasons()));
    int from = list.behind(asked.turn().after());
    int at = list.shown(from);
    List<ProductEdge> edges = new ArrayList<>(asked.turn().first());
    BadgeSheet sheet = new BadgeSheet(page);
    for (; at < list.size() && edges.size() < asked.turn().first(); at = list.shown(at + 1)) {
      String cursor = list.cursor(at);
      ProductId id = list.products().get(at);
      List<Reason> why = reasons.getOrDefault(id.value(), List.of());
      page.catalog()
          .product(id)
          .flatMap(product -> ProductView.of(product, page, sheet))
          .map(view -> new ProductEdge(cursor, view, ReasonView.of(why, page.place().locale())))
          .ifPresent(edges::add);
    }
    return new ProductConnection(
        edges,
        edges.stream().map(ProductEdge::node).toList(),
        new PageInfo(
            at < list.size(),
            from > 0,
            edges.isEmpty() ? null : edges.get(0).cursor(),
            edges.isEmpty() ? null : edges.get(edges.size() - 1).cursor()),
        list.total(),
        listed.facets().stream().map(Connections::facet).toList(),
        listed.interpretation(),
        DecisionSummary.of(decided, page));
  }

  public static QueryInterpretation interpretation(SearchResult result, DecisionContext page) {
    return new QueryInterpretation(
        result.query(),
        result.corrected(),
        result.understood().stream().map(Connections::applied).toList(),
        result.synonyms(),
        result.excluded(),
        result.relaxed(),
        Redirects.of(result.query(), page)
            .map(redirect -> Link.to(redirect.link(), page))
            .orElse(null));
  }

  /**
   * @throws AttuneException INVALID_VALUE for what is no number
   */
  public static @Nullable BigDecimal number(String field, @Nullable Decimal decimal) {
    if (decimal == null) {
      return null;
    }
    return decimal
        .number()
        .orElseThrow(
            () ->
                new AttuneException(
                    ErrorCode.INVALID_VALUE, field, "'" + decimal + "' is no number"));
  }

  private static ProductConnection.Facet facet(Facet facet) {
    return new ProductConnection.Facet(
        facet.field(),
        facet.label(),
        facet.values().stream()
            .map(
                value ->
                    new ProductConnection.FacetValue(
                        value.value(), value.label(), value.count(), value.selected()))
            .toList());
  }

  private static AppliedFilter applied(Understood understood) {
    return new AppliedFilter(
        understood.filter().field(),
        understood.label(),
        understood.filter().in(),
        decimal(understood.filter().min()),
        decimal(understood.filter().max()),
        understood.from(),
        understood.narrows());
  }

  private static @Nullable Decimal decimal(@Nullable BigDecimal number) {
    return number == null ? null : new Decimal(number.toPlainString());
  }
}
