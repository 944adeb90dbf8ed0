package dev.attune.platform.personal;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;

/**
 * The messages that erased people had sent, as keyed hashes: they do not come back, also those that
 * do not say when they happened.
 */
public final class ErasedMessages {
  private static final String MARK =
      """
      insert into tombstone_message (key_hash)
      select distinct key_hash from unnest($1::bytea[]) as m(key_hash)
      order by 1
      on conflict do nothing
      """;

  private static final String AMONG =
      "select encode(key_hash, 'hex') from tombstone_message where key_hash = any ($1::bytea[])";

  private ErasedMessages() {}

  /** What is hashed of a message. */
  public static String name(String origin, String messageId) {
    return origin + "\n" + messageId;
  }

  /** Remembers these hashes. */
  public static Uni<Void> mark(SqlConnection connection, Collection<byte[]> hashes) {
    return hashes.isEmpty()
        ? Uni.createFrom().voidItem()
        : connection.preparedQuery(MARK).execute(values(hashes)).replaceWithVoid();
  }

  /** Those of the hashes that are remembered, in hexadecimal. */
  public static Uni<Set<String>> among(SqlConnection connection, Collection<byte[]> hashes) {
    return connection
        .preparedQuery(AMONG)
        .execute(values(hashes))
        .map(
            rows -> {
              Set<String> known = new HashSet<>();
              for (Row row : rows) {
                known.add(row.getString(0));
              }
              return known;
            });
  }

  /** A hash as {@link #among} writes it. */
  public static String text(byte[] hash) {
    return HexFormat.of().formatHex(hash);
  }

  private static Tuple values(Collection<byte[]> hashes) {
    return Tuple.of(hashes.stream().map(Buffer::buffer).toArray(Buffer[]::new));
  }
}
