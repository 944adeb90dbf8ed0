package dev.attune.merchandising.store;

import dev.attune.merchandising.Kind;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.time.Instant;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.jspecify.annotations.Nullable;

/**
 * A row that merchants write.
 *
 * @param <T> what it is outside of the store
 */
@MappedSuperclass
abstract class PgWritten<T> {
  @Id String id = "";

  @Version int version;

  @Column(name = "archived_at")
  @Nullable Instant archivedAt;

  /** Takes over everything but the version. */
  abstract void take(T written);

  /** Takes over what shoppers see from now on. */
  void show(T written) {
    take(written);
  }

  /** What is stored. */
  abstract T value();

  /** What shoppers see of it, null where they do not. */
  @Nullable T seen() {
    return value();
  }

  /** What is being prepared of it, null where nothing is. */
  @Nullable T drafted() {
    return null;
  }

  /** What was written last, as the audit keeps it. */
  T latest() {
    return value();
  }

  /** Fails where it cannot stand beside the other rows; asked in the writer's turn. */
  Uni<Void> admit(StatelessSession session) {
    return Uni.createFrom().voidItem();
  }

  /** Fails where something else in the store still needs it; asked in the writer's turn. */
  Uni<Void> release(StatelessSession session) {
    return Uni.createFrom().voidItem();
  }

  abstract Kind<T> kind();

  /** What an audit calls the write that it was just given, by default as the writer does. */
  String saved(String what) {
    return what;
  }

  /**
   * A row of what can be drafted. Where it is not live its columns are the draft's.
   *
   * @param <T> what it is outside of the store
   */
  @MappedSuperclass
  abstract static class Drafted<T> extends PgWritten<T> {
    boolean live = true;

    @ColumnTransformer(read = "cast(draft as text)", write = PgAuditLine.AS_JSON)
    @Nullable String draft;

    @Override
    void show(T written) {
      take(written);
      live = true;
      draft = null;
    }

    /** Takes over what shoppers do not see yet. */
    void draft(T written) {
      live = live && version > 0 && archivedAt == null;
      if (!live) {
        take(written);
      }
      draft = PgAuditLine.json(written);
    }

    @Override
    @Nullable T drafted() {
      return draft == null ? null : PgAuditLine.read(draft, kind().type(), version);
    }

    @Override
    @Nullable T seen() {
      return live ? value() : null;
    }

    @Override
    T latest() {
      T next = drafted();
      return next == null ? value() : next;
    }
  }
}
