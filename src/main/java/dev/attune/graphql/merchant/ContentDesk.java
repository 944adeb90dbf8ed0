package dev.attune.graphql.merchant;

import dev.attune.catalog.Catalog;
import dev.attune.merchandising.Kind;
import dev.attune.merchandising.Known;
import dev.attune.merchandising.Merchandise;
import dev.attune.merchandising.MerchandiseStore;
import dev.attune.merchandising.Merchandising;
import dev.attune.merchandising.Write;
import dev.attune.merchandising.Written;
import dev.attune.platform.error.AttuneException;
import dev.attune.platform.error.ErrorCode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Writes content of every kind in the same way: for merchandisers, and only what names what there
 * is in the shop.
 */
@ApplicationScoped
public class ContentDesk {
  private final Merchants merchants;
  private final Merchandising merchandising;
  private final MerchandiseStore store;
  private final Catalog catalog;

  ContentDesk(
      Merchants merchants, Merchandising merchandising, MerchandiseStore store, Catalog catalog) {
    this.merchants = merchants;
    this.merchandising = merchandising;
    this.store = store;
    this.catalog = catalog;
  }

  /** All of a kind, as an operator reads them. */
  public <T, V> Uni<List<V>> all(Function<Merchandise, List<T>> kind, Function<T, V> view) {
    return merchants.reading(() -> kind.apply(merchandising.current()).stream().map(view).toList());
  }

  /**
   * Shows it.
   *
   * @param read what was typed, asked for once the role is known to suffice
   */
  public <T> Uni<T> save(Kind<T> kind, int expected, Supplier<T> read) {
    return merchants.writing(
        expected, write -> store.save(kind, kind.checked(read.get(), known()), write));
  }

  /**
   * Shows it, or keeps it as a draft.
   *
   * @param publish false for a draft
   */
  public <T extends Kind.Draftable> Uni<Written<T>> save(
      Kind.Drafted<T> kind, int expected, @Nullable Boolean publish, Supplier<T> read) {
    return merchants.writing(
        expected,
        write -> {
          T checked = kind.checked(read.get(), known());
          Uni<T> saved =
              Boolean.FALSE.equals(publish)
                  ? store.draft(kind, checked, write)
                  : store.save(kind, checked, write);
          return saved.map(one -> asItStands(kind, one));
        });
  }

  /** Shows it as it was drafted. */
  public <T extends Kind.Draftable> Uni<Written<T>> publish(
      Kind.Drafted<T> kind, String id, int expected) {
    return merchants.writing(
        expected,
        write -> {
          kind.written(id, merchandising.current())
              .flatMap(one -> Optional.ofNullable(one.draft()))
              .ifPresent(draft -> kind.checked(draft, known()));
          return store.publish(kind, id, write).map(shown -> new Written<>(shown, null));
        });
  }

  /** Takes out of the shop what nothing needs. */
  public <T> Uni<T> archive(Kind<T> kind, String id, int expected) {
    return archive(kind, id, expected, Optional::empty);
  }

  /**
   * Takes out of the shop what nothing needs.
   *
   * @param elsewhere what else needs it beside what merchants wrote, in words
   */
  public <T> Uni<T> archive(
      Kind<T> kind, String id, int expected, Supplier<Optional<String>> elsewhere) {
    return merchants.writing(
        expected,
        write -> {
          kind.neededBy(id, merchandising.current())
              .or(elsewhere)
              .ifPresent(
                  need -> {
                    throw new AttuneException(ErrorCode.INVALID_VALUE, "id", need);
                  });
          return store.archive(kind, id, write);
        });
  }

  /** Shows it as it was at an earlier version, where that still makes sense. */
  public <T> Uni<T> rollBack(Kind<T> kind, String id, int version, Write write) {
    return store
        .formerly(kind, id, version)
        .chain(former -> store.save(kind, kind.shown(kind.checked(former, known())), write));
  }

  private Known known() {
    return new Known(merchandising.current(), catalog.snapshot());
  }

  /** With what shoppers see beside a draft, unless somebody wrote in between. */
  private <T extends Kind.Draftable> Written<T> asItStands(Kind.Drafted<T> kind, T saved) {
    return kind.written(saved.id(), merchandising.current())
        .filter(one -> one.shown().version() == saved.version())
        .orElseGet(() -> new Written<>(saved, null));
  }
}
