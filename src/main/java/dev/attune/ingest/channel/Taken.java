package dev.attune.ingest.channel;

import dev.attune.ingest.Ingest.Receipt;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of events, as far as it is known when they are durable.
 *
 * @param duplicates how many had come before, null where their effect is yet to come
 * @param version what a request must bring back to see at least this, null where nobody knows yet
 * @param withheld those that consent does not allow to keep, by index in what was handed in
 */
public record Taken(
    int accepted, @Nullable Integer duplicates, @Nullable Long version, List<Integer> withheld) {
  public Taken {
    withheld = List.copyOf(withheld);
  }

  /** So many are durable; what they do is yet to come. */
  public static Taken durable(int count) {
    return new Taken(count, null, null, List.of());
  }

  static Taken of(Receipt receipt) {
    return new Taken(
        receipt.accepted(), receipt.duplicates(), receipt.version(), receipt.withheld());
  }

  /** As a header can bring it back. */
  public @Nullable String versionText() {
    return version == null ? null : Long.toString(version);
  }
}
