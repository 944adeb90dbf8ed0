package dev.attune.graphql.listing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.attune.catalog.ProductId;
import dev.attune.decision.DecisionContext;
import dev.attune.decision.slot.ListingSlot;
import dev.attune.events.Identifier;
import dev.attune.graphql.list.ListCursor;
import dev.attune.identity.Asker;
import dev.attune.identity.Proof;
import dev.attune.privacy.Tombstones;
import dev.attune.record.DecisionLog;
import dev.attune.record.RecordedDecision;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The walks that shoppers are on. One that another replica began, or that was long ago, is taken up
 * from the decision that its first page was: its ranked part is known from that, and only what came
 * behind follows the list as it is now. A cursor that came to somebody else leads them through the
 * list in an order of their own.
 */
@ApplicationScoped
public class Walks {
  private static final Logger LOG = Logger.getLogger(Walks.class);

  /** References to shared ids, of four bytes each. */
  private static final long MOST_PRODUCTS = 5_000_000;

  /** What a walk without products counts as, in references. */
  private static final int ITSELF = 40;

  private static final Duration KEPT = Duration.ofMinutes(15);

  private final Cache<String, Walk> walks =
      Caffeine.newBuilder()
          .maximumWeight(MOST_PRODUCTS)
          .weigher((String name, Walk walk) -> ITSELF + walk.products().size())
          .expireAfterAccess(KEPT)
          .build();

  private final DecisionLog log;
  private final Tombstones tombstones;

  Walks(DecisionLog log, Tombstones tombstones) {
    this.log = log;
    this.tombstones = tombstones;
  }

  /**
   * The page behind this cursor.
   *
   * @throws dev.attune.platform.error.AttuneException INVALID_VALUE for {@code first} out of range,
   *     INVALID_CURSOR for text that is no cursor
   */
  public Uni<Turn> turn(DecisionContext page, @Nullable Integer first, @Nullable String after) {
    Turn start = Turn.first(first);
    if (after == null) {
      return Uni.createFrom().item(start);
    }
    ListCursor cursor = ListCursor.parse(after);
    return known(cursor.order())
        .map(
            walk ->
                new Turn(
                    start.first(),
                    cursor,
                    walk.filter(one -> isFor(page.shopper().asker(), one)).orElse(null)));
  }

  /**
   * A walk that this page begins.
   *
   * @param decision the id of the decision that ranked it
   */
  Walk begin(DecisionContext page, String decision, List<ProductId> products, int ranked) {
    @Nullable Identifier owner = page.shopper().owner();
    @Nullable String key = owner == null ? null : owner.key();
    return new Walk(decision, owner(key, page.shopper().asker().proof()), products, ranked);
  }

  void keep(Walk walk) {
    walks.put(walk.name(), walk);
  }

  /** As if another replica had begun it. */
  void forget(String name) {
    walks.invalidate(name);
  }

  private Uni<Optional<Walk>> known(String name) {
    @Nullable Walk walk = walks.getIfPresent(name);
    if (walk != null || name.isEmpty()) {
      return Uni.createFrom().item(Optional.ofNullable(walk));
    }
    return log.find(name)
        .map(found -> found.filter(Walks::ofAList).map(this::begun))
        .onFailure()
        .recoverWithItem(
            failure -> {
              LOG.debugf("A list is ranked again: %s", failure);
              return Optional.empty();
            });
  }

  private static boolean ofAList(RecordedDecision decision) {
    String slot = decision.question().slot();
    return slot.equals(ListingSlot.CATEGORY.name())
        || slot.equals(ListingSlot.SEARCH.name())
        || slot.equals(ListingSlot.SORTED.name());
  }

  private Walk begun(RecordedDecision decision) {
    List<ProductId> ranked =
        decision.answer().stream().map(subject -> new ProductId(subject.local())).toList();
    Walk.@Nullable Owner owner = owner(decision.owner(), Proof.named(decision.proof()));
    return new Walk(decision.id(), owner, ranked, ranked.size());
  }

  private Walk.@Nullable Owner owner(@Nullable String key, Proof proof) {
    return key == null ? null : new Walk.Owner(hash(key), proof);
  }

  private String hash(String key) {
    return HexFormat.of().formatHex(tombstones.hash(key));
  }

  private boolean isFor(Asker asker, Walk walk) {
    Walk.@Nullable Owner owner = walk.owner();
    return owner == null || asker.is(one -> hash(one.key()).equals(owner.hash()), owner.proof());
  }
}
