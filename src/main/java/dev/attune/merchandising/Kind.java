package dev.attune.merchandising;

import dev.attune.merchandising.condition.Conditions;
import dev.attune.merchandising.content.OwnBadge;
import dev.attune.merchandising.content.Routine;
import dev.attune.merchandising.content.WrittenBadge;
import dev.attune.merchandising.rule.WrittenRule;
import dev.attune.merchandising.segment.Segment;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A kind of what merchants write: what it may name, and what may still need it.
 *
 * @param <T> what one of it is
 */
public class Kind<T> {
  public static final Drafted<Hero> HERO =
      new Drafted<>(
          "hero",
          Hero.class,
          (hero, known) -> {
            known.category("hero.category", hero.category());
            known.segments("hero.scope.segments", hero.aim().segments());
          },
          Merchandise::heroes);

  public static final Drafted<Offer> OFFER =
      new Drafted<>(
          "offer",
          Offer.class,
          (offer, known) -> {
            known.category("offer.category", offer.category());
            known.segments("offer.scope.segments", offer.aim().segments());
          },
          Merchandise::offers);

  public static final Kind<Guide> GUIDE =
      new Kind<>(
          "guide",
          Guide.class,
          (guide, known) -> known.category("guide.category", guide.category()));

  public static final Drafted<ProductCollection> COLLECTION =
      new Drafted<>(
          "collection",
          ProductCollection.class,
          (collection, known) -> known.products("collection.products", collection.products()),
          Merchandise::collections,
          (id, there) -> there.draws(id).map(user -> user + " needs this collection"));

  public static final Drafted<Synonyms> SYNONYMS =
      new Drafted<>("synonyms", Synonyms.class, (synonyms, known) -> {}, Merchandise::synonyms);

  public static final Drafted<Redirect> REDIRECT =
      new Drafted<>(
          "redirect",
          Redirect.class,
          (redirect, known) -> {
            known.path("redirect.link", redirect.link());
            known.segments("redirect.scope.segments", redirect.aim().segments());
          },
          Merchandise::redirects);

  public static final Drafted<Routine> ROUTINE =
      new Drafted<>(
          "routine",
          Routine.class,
          (routine, known) -> {
            routine
                .steps()
                .forEach(step -> known.products("routine.steps.products", step.products()));
            known.segments("routine.scope.segments", routine.aim().segments());
          },
          Merchandise::routines);

  public static final Kind<WrittenBadge> BADGE =
      new Kind<>("badge", WrittenBadge.class, (badge, known) -> checkBadge(badge.latest(), known)) {
        @Override
        public WrittenBadge shown(WrittenBadge badge) {
          return badge.published();
        }
      };

  public static final Drafted<Segment> SEGMENT =
      new Drafted<>(
          "segment",
          Segment.class,
          (segment, known) -> Conditions.ofShopper("segment.condition", segment.condition()),
          Merchandise::segments,
          (id, there) -> there.isFor(id).map(user -> user + " is for this segment"));

  /** Rules are checked against other rules, too: {@code rule.check}. */
  public static final Kind<WrittenRule> RULE =
      new Kind<>("rule", WrittenRule.class, (rule, known) -> {});

  /** All that can be prepared while something else of it is shown. */
  public static final List<Drafted<?>> DRAFTED =
      List.of(HERO, OFFER, COLLECTION, SYNONYMS, REDIRECT, ROUTINE, SEGMENT);

  private final String name;
  private final Class<T> type;
  private final BiConsumer<T, Known> check;
  private final BiFunction<String, Merchandise, Optional<String>> need;

  private Kind(String name, Class<T> type, BiConsumer<T, Known> check) {
    this(name, type, check, (id, there) -> Optional.empty());
  }

  private Kind(
      String name,
      Class<T> type,
      BiConsumer<T, Known> check,
      BiFunction<String, Merchandise, Optional<String>> need) {
    this.name = name;
    this.type = type;
    this.check = check;
    this.need = need;
  }

  /** What is live and what is being prepared of it have versions in common. */
  public interface Draftable {
    String id();

    int version();
  }

  /** A kind that can be prepared while something else of it is shown. */
  public static final class Drafted<T extends Draftable> extends Kind<T> {
    private final Function<Merchandise, List<T>> live;

    private Drafted(
        String name,
        Class<T> type,
        BiConsumer<T, Known> check,
        Function<Merchandise, List<T>> live) {
      this(name, type, check, live, (id, there) -> Optional.empty());
    }

    private Drafted(
        String name,
        Class<T> type,
        BiConsumer<T, Known> check,
        Function<Merchandise, List<T>> live,
        BiFunction<String, Merchandise, Optional<String>> need) {
      super(name, type, check, need);
      this.live = live;
    }

    /** What shoppers see of it. */
    public List<T> live(Merchandise there) {
      return live.apply(there);
    }

    /** All of it, live and drafted, by id. */
    public List<Written<T>> written(Merchandise there) {
      return Written.of(live(there), there.prepared().of(this));
    }

    /** As it stands, live or drafted. */
    public Optional<Written<T>> written(String id, Merchandise there) {
      return written(there).stream().filter(one -> one.shown().id().equals(id)).findFirst();
    }
  }

  private static void checkBadge(OwnBadge badge, Known known) {
    @Nullable String condition = badge.condition();
    if (condition != null) {
      Conditions.ofProductAndShopper("badge.condition", condition);
    }
    known.collection("badge.collection", badge.collection());
    known.segments("badge.scope.segments", badge.aim().segments());
  }

  /** What the audit calls it. */
  public String named() {
    return name;
  }

  public Class<T> type() {
    return type;
  }

  /**
   * Checks what it names and asks.
   *
   * @throws dev.attune.platform.error.AttuneException with the field
   */
  public void check(T written, Known known) {
    check.accept(written, known);
  }

  /** As shoppers are to see it, where it was a draft. */
  public T shown(T former) {
    return former;
  }

  /** What needs the one of this id, in words; empty for nothing. */
  public Optional<String> neededBy(String id, Merchandise there) {
    return need.apply(id, there);
  }
}
