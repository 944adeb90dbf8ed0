package dev.attune.search.listing;

import dev.attune.catalog.CategoryId;
import dev.attune.catalog.ProductId;
import dev.attune.search.column.Demand;
import dev.attune.search.column.FieldTable;
import dev.attune.search.column.Order;
import dev.attune.search.column.RowSet;
import dev.attune.search.column.TopRows;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Narrows, orders, counts and cuts lists of products of one catalog. */
public final class Listing {
  /** Facets of categories with so many products are counted once and kept. */
  private static final int LONG_LIST = 20_000;

  private final FieldTable table;
  private final Map<CategoryId, List<Facet>> unfiltered = new ConcurrentHashMap<>();

  /** Orders the rows that pass. */
  @FunctionalInterface
  public interface Ranking {
    /** At most so many of the rows, the best first. */
    TopRows top(RowSet passing, int most);

    /** The same of these rows, and behind them of the others. */
    default Ranking beginningWith(RowSet first) {
      return (passing, most) -> {
        RowSet before = passing.copy();
        before.keepOnly(first);
        RowSet behind = passing.copy();
        behind.removeAll(first);
        TopRows top = new TopRows(most, row -> row);
        for (RowSet rows : List.of(before, behind)) {
          TopRows next = top(rows, most);
          for (int i = 0; i < next.size() && !top.full(); i++) {
            top.offer(next.row(i), -top.size());
          }
        }
        top.sort();
        return top;
      };
    }
  }

  public Listing(FieldTable table) {
    this.table = table;
  }

  /**
   * A page of an explicit list. Products without a price and unknown ones drop out.
   *
   * @param demand for {@link ProductSort#BESTSELLING}
   * @throws dev.attune.platform.error.AttuneException INVALID_VALUE naming the filter that makes no
   *     sense, {@code filters[0].field}
   */
  public Page page(List<ProductId> products, Wish wish, Demand demand) {
    int[] rows =
        products.stream()
            .mapToInt(table::row)
            .filter(row -> row >= 0 && table.listed().has(row))
            .distinct()
            .toArray();
    RowSet base = RowSet.none(table.size());
    IntStream.of(rows).forEach(base::add);
    return page(
        Matched.alike(base), wish, demand, (passing, most) -> asListed(rows, passing, most));
  }

  /**
   * Those of the products that are listed, are in this category and pass the filters as things are.
   *
   * @param category null for all of them
   * @throws dev.attune.platform.error.AttuneException INVALID_VALUE as {@link #page} does
   */
  public Set<ProductId> passing(
      Collection<ProductId> products, @Nullable CategoryId category, List<Filter> filters) {
    RowSet base = RowSet.none(table.size());
    products.stream().mapToInt(table::row).filter(row -> row >= 0).forEach(base::add);
    base.keepOnly(category == null ? table.listed() : table.in(category));
    Set<ProductId> passing = new HashSet<>();
    new Sieve(table, filters, List.of()).passing(base).each(row -> passing.add(table.id(row)));
    return passing;
  }

  private static TopRows asListed(int[] rows, RowSet passing, int most) {
    TopRows top = new TopRows(most, row -> row);
    for (int i = 0; i < rows.length && !top.full(); i++) {
      if (passing.has(rows[i])) {
        top.offer(rows[i], -i);
      }
    }
    top.sort();
    return top;
  }

  /**
   * A page of a category and what is below it.
   *
   * @param demand for {@link ProductSort#FEATURED} and {@link ProductSort#BESTSELLING}
   * @throws dev.attune.platform.error.AttuneException INVALID_VALUE as {@link #page} does
   */
  public Page category(CategoryId category, Wish wish, Demand demand) {
    Ranking featured = (passing, most) -> top(table.featured(demand), passing, most);
    RowSet base = table.in(category);
    Sieve sieve = new Sieve(table, wish.filters(), wish.bounds());
    RowSet passing = sieve.passing(base);
    List<Facet> facets =
        sieve.isOpen() && table.catalog().ordinalsIn(category).size() >= LONG_LIST
            ? unfiltered.computeIfAbsent(
                category, any -> new FacetCounts(table, sieve, base, passing).facets())
            : new FacetCounts(table, sieve, base, passing).facets();
    return cut(passing, facets, wish, ranking(wish.sort(), demand, featured));
  }

  /**
   * A page of these rows.
   *
   * @param own the order of the list itself, which knows what comes first
   */
  public Page page(Matched matched, Wish wish, Demand demand, Ranking own) {
    RowSet base = matched.rows();
    Sieve sieve = new Sieve(table, wish.filters(), wish.bounds());
    RowSet passing = sieve.passing(base);
    List<Facet> facets = new FacetCounts(table, sieve, base, passing).facets();
    Ranking sorted = ranking(wish.sort(), demand, own);
    boolean asIs = sorted == own || matched.isAlike();
    return cut(passing, facets, wish, asIs ? sorted : sorted.beginningWith(matched.first()));
  }

  private Page cut(RowSet passing, List<Facet> facets, Wish wish, Ranking ranking) {
    int total = passing.size();
    int from = Math.min(wish.offset(), total);
    int to = (int) Math.min((long) from + wish.first(), total);
    if (from == to) {
      return new Page(List.of(), total, facets);
    }
    TopRows top = ranking.top(passing, to);
    List<Hit> hits = new ArrayList<>(to - from);
    for (int i = from; i < Math.min(to, top.size()); i++) {
      hits.add(
          new Hit(table.id(top.row(i)), wish.sort() == ProductSort.RELEVANCE ? top.key(i) : 0));
    }
    return new Page(hits, total, facets);
  }

  private Ranking ranking(ProductSort sort, Demand demand, Ranking own) {
    return switch (sort) {
      case FEATURED, RELEVANCE -> own;
      case PRICE_ASC -> (passing, most) -> top(table.byPrice(), passing, most);
      case PRICE_DESC -> (passing, most) -> top(table.byPriceDown(), passing, most);
      case NEWEST -> (passing, most) -> top(table.byAge(), passing, most);
      case BESTSELLING -> (passing, most) -> top(table.bestselling(demand), passing, most);
    };
  }

  /** Of a long list the first are soon met along the order, a short one is soon read. */
  private TopRows top(Order order, RowSet passing, int most) {
    long among = passing.size();
    return (long) most * table.size() < among * among
        ? order.first(passing, most)
        : order.firstOfAll(passing, most);
  }
}
