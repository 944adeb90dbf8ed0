package dev.attune.merchandising.content;

import dev.attune.catalog.Product;
import dev.attune.merchandising.ProductCollection;
import dev.attune.merchandising.condition.Condition;
import dev.attune.merchandising.condition.Conditions;
import dev.attune.merchandising.condition.Remembered;
import dev.attune.merchandising.rule.RulePage;
import dev.attune.platform.error.AttuneException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Badges of the merchants' own, those that are live compiled once. What a condition says of a
 * product alone is remembered with the product.
 */
public final class BadgeBook {
  private static final Logger LOG = Logger.getLogger(BadgeBook.class);

  private static final byte YES = 1;
  private static final byte NO = 2;

  /** Nobody wrote a badge. */
  public static final BadgeBook EMPTY = new BadgeBook(List.of(), List.of());

  private final List<WrittenBadge> written;
  private final List<ProductCollection> collections;
  private final List<Compiled> compiled = new ArrayList<>();
  private final Remembered<byte[]> answers = new Remembered<>();

  private record Compiled(
      int number, OwnBadge badge, @Nullable Condition condition, @Nullable Set<String> products) {}

  private BadgeBook(List<WrittenBadge> written, List<ProductCollection> collections) {
    this.written = List.copyOf(written);
    this.collections = List.copyOf(collections);
    written.stream().flatMap(one -> Stream.ofNullable(one.live())).forEach(this::add);
  }

  /** Badges that were checked when they were saved. */
  public static BadgeBook of(List<WrittenBadge> written, List<ProductCollection> collections) {
    return written.isEmpty() ? EMPTY : new BadgeBook(written, collections);
  }

  /** A badge that another release let through is left out, not the shop. */
  private void add(OwnBadge badge) {
    @Nullable String condition = badge.condition();
    try {
      compiled.add(
          new Compiled(
              compiled.size(),
              badge,
              condition == null ? null : Conditions.ofProductAndShopper("condition", condition),
              badge.collection() == null ? null : products(badge.collection())));
    } catch (AttuneException refused) {
      LOG.errorf("Badge %s is left out: %s", badge.id(), refused.getMessage());
    }
  }

  private Set<String> products(String collection) {
    return collections.stream()
        .filter(one -> one.id().equals(collection))
        .findFirst()
        .map(one -> Set.copyOf(one.products()))
        .orElse(Set.of());
  }

  /** Whether it was made of the same. */
  public boolean same(BadgeBook other) {
    return written.equals(other.written) && collections.equals(other.collections);
  }

  /** All badges, live and drafted, by id. */
  public List<WrittenBadge> written() {
    return written;
  }

  /** The drafts of all badges that have one. */
  public List<OwnBadge> drafts() {
    return written.stream().flatMap(one -> Stream.ofNullable(one.draft())).toList();
  }

  public Optional<WrittenBadge> written(String id) {
    return written.stream().filter(one -> one.id().equals(id)).findFirst();
  }

  /** The badge of this id that is live. */
  public Optional<OwnBadge> live(String id) {
    return written(id).map(WrittenBadge::live);
  }

  /** The badges that a product has, whoever may see them. */
  public List<OwnBadge> on(Product product, RulePage page) {
    if (compiled.isEmpty()) {
      return List.of();
    }
    byte[] known = known(product, page);
    return compiled.stream()
        .filter(one -> marks(one, product, page, known))
        .map(Compiled::badge)
        .toList();
  }

  /** By badge 0 for not asked yet, else the answer. */
  private byte[] known(Product product, RulePage page) {
    byte @Nullable [] known = answers.of(product, page.now());
    if (known == null) {
      known = new byte[compiled.size()];
      answers.keep(product, page.now(), known);
    }
    return known;
  }

  private static boolean marks(Compiled one, Product product, RulePage page, byte[] known) {
    if (one.products() != null && !one.products().contains(product.id().value())) {
      return false;
    }
    @Nullable Condition condition = one.condition();
    if (condition == null) {
      return true;
    }
    if (condition.asksShopper()) {
      return page.meets(condition, product);
    }
    if (known[one.number()] == 0) {
      known[one.number()] = page.meets(condition, product) ? YES : NO;
    }
    return known[one.number()] == YES;
  }
}
