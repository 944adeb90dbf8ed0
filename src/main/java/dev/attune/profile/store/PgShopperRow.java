package dev.attune.profile.store;

import dev.attune.privacy.Choices.Choice;
import dev.attune.privacy.Consent;
import dev.attune.privacy.Purpose;
import dev.attune.profile.fold.FoldCodec;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** The one row in which everything about a shopper comes back. */
record PgShopperRow(String id, List<Part> parts, List<Choice> choices) {

  static PgShopperRow of(Row row) {
    return new PgShopperRow(row.getString(0), parts(row), choices(row));
  }

  private static List<Part> parts(Row row) {
    String[] owners = row.getArrayOfStrings(1);
    List<Part> parts = new ArrayList<>();
    if (owners != null) {
      Boolean[] soles = row.getArrayOfBooleans(2);
      Long[] versions = row.getArrayOfLongs(3);
      Buffer[] states = (Buffer[]) row.getDelegate().getValue(4);
      for (int i = 0; i < owners.length; i++) {
        byte[] state = states[i].getBytes();
        parts.add(new Part(owners[i], soles[i], versions[i], FoldCodec.decode(state)));
      }
    }
    return parts;
  }

  private static List<Choice> choices(Row row) {
    String[] purposes = row.getArrayOfStrings(5);
    List<Choice> choices = new ArrayList<>();
    if (purposes != null) {
      String[] states = row.getArrayOfStrings(6);
      OffsetDateTime[] times = row.getArrayOfOffsetDateTimes(7);
      String[] sources = row.getArrayOfStrings(8);
      for (int i = 0; i < purposes.length; i++) {
        choices.add(
            new Choice(
                Purpose.valueOf(purposes[i]),
                Consent.State.valueOf(states[i]),
                times[i].toInstant(),
                Consent.Source.valueOf(sources[i])));
      }
    }
    return choices;
  }
}
