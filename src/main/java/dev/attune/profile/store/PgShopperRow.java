package dev.attune.profile.store;

import dev.attune.privacy.Choices.Choice;
import dev.attune.profile.Exposed;
import dev.attune.profile.fold.FoldCodec;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The one row in which everything about a shopper comes back.
 *
 * @param states of the basis' owners; null where the basis is the one that was asked about
 */
record PgShopperRow(
    String id,
    Basis basis,
    Buffer @Nullable [] states,
    List<Choice> choices,
    List<Exposed> exposures) {

  static PgShopperRow of(Row row) {
    String[] owners = row.getArrayOfStrings(1);
    String[] apart = row.getArrayOfStrings(9);
    List<String> taken = apart == null ? List.of() : List.of(apart);
    Basis basis =
        owners == null
            ? new Basis(List.of(), List.of(), List.of(), taken)
            : new Basis(
                List.of(owners),
                List.of(row.getArrayOfBooleans(2)),
                List.of(row.getArrayOfLongs(3)),
                taken);
    Buffer[] states = (Buffer[]) row.getDelegate().getValue(4);
    return new PgShopperRow(
        row.getString(0),
        basis,
        owners == null ? new Buffer[0] : states,
        choices(row),
        exposures(row));
  }

  /** The states, decoded; none where they were not sent. */
  List<Part> parts() {
    List<Part> parts = new ArrayList<>();
    for (int i = 0; states != null && i < states.length; i++) {
      parts.add(
          new Part(
              basis.owners().get(i),
              basis.soles().get(i),
              basis.versions().get(i),
              FoldCodec.decode(states[i].getBytes())));
    }
    return parts;
  }

  private static List<Exposed> exposures(Row row) {
    String[] units = row.getArrayOfStrings(10);
    if (units == null) {
      return List.of();
    }
    String[] experiments = row.getArrayOfStrings(11);
    String[] variants = row.getArrayOfStrings(12);
    OffsetDateTime[] times = row.getArrayOfOffsetDateTimes(13);
    Boolean[] crossed = row.getArrayOfBooleans(14);
    List<Exposed> exposures = new ArrayList<>();
    for (int i = 0; i < units.length; i++) {
      exposures.add(
          new Exposed(units[i], experiments[i], variants[i], times[i].toInstant(), crossed[i]));
    }
    return exposures;
  }

  private static List<Choice> choices(Row row) {
    String[] purposes = row.getArrayOfStrings(5);
    List<Choice> choices = new ArrayList<>();
    if (purposes != null) {
      String[] identifiers = row.getArrayOfStrings(15);
      String[] states = row.getArrayOfStrings(6);
      OffsetDateTime[] times = row.getArrayOfOffsetDateTimes(7);
      String[] sources = row.getArrayOfStrings(8);
      for (int i = 0; i < purposes.length; i++) {
        Choice.stored(identifiers[i], purposes[i], states[i], times[i].toInstant(), sources[i])
            .ifPresent(choices::add);
      }
    }
    return choices;
  }
}
