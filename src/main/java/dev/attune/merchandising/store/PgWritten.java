package dev.attune.merchandising.store;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.time.Instant;
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

  /** What is stored. */
  abstract T value();

  /** What an audit calls it, {@code hero}. */
  abstract String kind();

  /** What an audit calls the write that it was just given, {@code saved}. */
  String saved() {
    return "saved";
  }
}
