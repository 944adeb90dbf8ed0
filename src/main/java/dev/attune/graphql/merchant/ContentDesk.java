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
import java.util.function.Consumer;
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

  /** All of a kind, live and drafted, as an operator reads them. */
  public <T extends Kind.Draftable, V> Uni<List<V>> all(
      Kind.Drafted<T> kind, Function<Written<T>, V> view) {
    return all(kind::written, view);
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
        expected,
        write -> {
          T content = read.get();
          return store.save(kind, content, naming(kind, content, write));
        });
  }

  /**
   * Shows it.
   *
   * @param read what was typed, and what has to hold in its turn beside that what it names is there
   */
  public <T> Uni<T> saveUpon(Kind<T> kind, int expected, Supplier<Upon<T>> read) {
    return merchants.writing(
        expected,
        write -> {
          Upon<T> upon = read.get();
          return store.save(
              kind,
              upon.content,
              write.provided(
                  there -> {
                    upon.holds.accept(there);
                    kind.check(upon.content, new Known(there, catalog.snapshot()));
                  }));
        });
  }

  /** Content, and what has to hold when it is its turn. */
  public record Upon<T>(T content, Consumer<Merchandise> holds) {}

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
          T content = read.get();
          Write checked = naming(kind, content, write);
          Uni<T> saved =
              Boolean.FALSE.equals(publish)
                  ? store.draft(kind, content, checked)
                  : store.save(kind, content, checked);
          return saved.map(one -> asItStands(kind, one));
        });
  }

  /** Shows it as it was drafted. */
  public <T extends Kind.Draftable> Uni<Written<T>> publish(
      Kind.Drafted<T> kind, String id, int expected) {
    return merchants.writing(
        expected,
        write ->
            store
                .publish(kind, id, write.provided(there -> checkDraft(kind, id, there)))
                .map(shown -> new Written<>(shown, null)));
  }

  private <T extends Kind.Draftable> void checkDraft(
      Kind.Drafted<T> kind, String id, Merchandise there) {
    kind.written(id, there)
        .flatMap(one -> Optional.ofNullable(one.draft()))
        .ifPresent(draft -> kind.check(draft, new Known(there, catalog.snapshot())));
  }

  /** Takes out of the shop what nothing needs. */
  public <T> Uni<T> archive(Kind<T> kind, String id, int expected) {
    return merchants.writing(
        expected,
        write -> store.archive(kind, id, write.provided(there -> needless(kind, id, there))));
  }

  private static void needless(Kind<?> kind, String id, Merchandise there) {
    kind.neededBy(id, there)
        .ifPresent(
            need -> {
              throw new AttuneException(ErrorCode.INVALID_VALUE, "id", need);
            });
  }

  /** Shows it as it was at an earlier version, where that still makes sense. */
  public <T> Uni<T> rollBack(Kind<T> kind, String id, int version, Write write) {
    return store
        .formerly(kind, id, version)
        .chain(former -> store.save(kind, kind.shown(former), naming(kind, former, write)));
  }

  /** A write that is refused unless all that the content names is there in its turn. */
  private <T> Write naming(Kind<T> kind, T content, Write write) {
    return write.provided(there -> kind.check(content, new Known(there, catalog.snapshot())));
  }

  /** With what shoppers see beside a draft, unless somebody wrote in between. */
  private <T extends Kind.Draftable> Written<T> asItStands(Kind.Drafted<T> kind, T saved) {
    return kind.written(saved.id(), merchandising.current())
        .filter(one -> one.shown().version() == saved.version())
        .orElseGet(() -> new Written<>(saved, null));
  }
}
