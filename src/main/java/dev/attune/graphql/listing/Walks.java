package dev.attune.graphql.listing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import dev.attune.catalog.ProductId;
import dev.attune.decision.Decided;
import dev.attune.decision.DecisionContext;
import dev.attune.decision.slot.ListingSlot;
import dev.attune.events.Identifier;
import dev.attune.graphql.list.ListCursor;
import dev.attune.identity.Proof;
import dev.attune.privacy.Tombstones;
import dev.attune.profile.Shopper;
import dev.attune.record.DecisionLog;
import dev.attune.record.RecordedDecision;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
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

  /** Four bytes each, and another 16 for those that were ranked: 50 MB at most. */
  private static final long MOST_PRODUCTS = 4_000_000;

  /** What a walk without products counts as, in references. */
  private static final int ITSELF = 40;

  /** From its first page on: then it is looked up again, and found gone if its shopper is. */
  private static final Duration KEPT = Duration.ofMinutes(30);

  /** How long the store may take to tell of a decision. */
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final Cache<String, Walk> walks =
      Caffeine.newBuilder()
          .maximumWeight(MOST_PRODUCTS)
          .weigher((String name, Walk walk) -> ITSELF + walk.products().size())
          .expireAfter(Expiry.<String, Walk>creating((name, walk) -> KEPT))
          .build();

  private final DecisionLog log;
  private final Tombstones tombstones;
  private final Counter lost;

  Walks(DecisionLog log, Tombstones tombstones, MeterRegistry meters) {
    this.log = log;
    this.tombstones = tombstones;
    this.lost =
        Counter.builder("attune.lists.lost")
            .description("Pages of lists whose earlier pages could not be read from the store")
            .register(meters);
  }

  /**
   * The page behind this cursor.
   *
   * @throws dev.attune.platform.error.AttuneException INVALID_VALUE for {@code first} out of range,
   *     INVALID_CURSOR for text that is no cursor
   */
  public Uni<Turn> turn(DecisionContext page, @Nullable Integer first, @Nullable String after) {
    return Uni.createFrom()
        .deferred(
            () -> {
              Turn start = Turn.first(first);
              if (after == null) {
                return Uni.createFrom().item(start);
              }
              ListCursor cursor = ListCursor.parse(after);
              return known(page, cursor.order())
                  .map(walk -> walk.filter(one -> isFor(page.shopper(), one)).orElse(null))
                  .map(walk -> new Turn(start.first(), cursor, walk));
            });
  }

  /**
   * Knows the way that this page went, for the page behind it. Of two that were asked for at the
   * same time the one that saw further counts.
   *
   * @param walk that it goes on in, null where it begins one
   */
  void keep(DecisionContext page, @Nullable Walk walk, Ordered way, Decided decided) {
    if (page.rehearsal() != null) {
      return;
    }
    Walk known = walk == null ? begun(page, decided.id(), decided.items().size()) : walk;
    walks
        .asMap()
        .merge(
            way.name(),
            known.reaching(way.products()),
            (one, other) -> one.products().size() > other.products().size() ? one : other);
  }

  /** Forgets one, as if another replica had begun it. */
  void forget(String name) {
    walks.invalidate(name);
  }

  private Walk begun(DecisionContext page, String decision, int ranked) {
    @Nullable Identifier owner = page.shopper().owner();
    @Nullable String key = owner == null ? null : owner.key();
    return new Walk(decision, owner(key, page.shopper().asker().proof()), List.of(), ranked);
  }

  private Uni<Optional<Walk>> known(DecisionContext page, String name) {
    @Nullable Walk walk = walks.getIfPresent(name);
    if (walk != null || name.isEmpty() || page.degraded()) {
      return Uni.createFrom().item(Optional.ofNullable(walk));
    }
    return log.find(name)
        .ifNoItem()
        .after(PATIENCE)
        .fail()
        .onFailure()
        .recoverWithItem(
            failure -> {
              lost.increment();
              LOG.warnf("A list is ranked again, its decision cannot be read: %s", failure);
              return Optional.empty();
            })
        .map(found -> found.filter(Walks::ofAList).map(this::recorded));
  }

  private static boolean ofAList(RecordedDecision decision) {
    String slot = decision.question().slot();
    return slot.equals(ListingSlot.CATEGORY.name())
        || slot.equals(ListingSlot.SEARCH.name())
        || slot.equals(ListingSlot.SORTED.name());
  }

  private Walk recorded(RecordedDecision decision) {
    List<ProductId> ranked =
        decision.answer().stream().map(subject -> new ProductId(subject.local())).toList();
    Walk.@Nullable Owner owner = owner(decision.owner(), Proof.named(decision.proof()));
    return new Walk(decision.id(), owner, ranked, ranked.size());
  }

  private Walk.@Nullable Owner owner(@Nullable String key, Proof proof) {
    return key == null
        ? null
        : new Walk.Owner(hash(key), proof == Proof.ANONYMOUS ? proof : Proof.RECOGNIZED);
  }

  private String hash(String key) {
    return HexFormat.of().formatHex(tombstones.hash(key));
  }

  /**
   * Their own, as long as anything of them may be used. No more than a visitor token is asked for
   * where more was shown: it ranks as that does.
   */
  private boolean isFor(Shopper shopper, Walk walk) {
    Walk.@Nullable Owner owner = walk.owner();
    return owner == null
        || (shopper.owner() != null
            && shopper.asker().is(one -> hash(one.key()).equals(owner.hash()), owner.proof()));
  }
}
