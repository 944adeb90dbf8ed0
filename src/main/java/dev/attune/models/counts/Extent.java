package dev.attune.models.counts;

import dev.attune.models.compact.Interactions;
import java.io.Serializable;

/**
 * What a log is.
 *
 * @param first second of its first touch, by {@link Interactions#secondsOf}; the highest number for
 *     a log without any
 * @param last second of its last touch
 * @param events that came in
 * @param touches of catalog products among what they signal
 * @param fingerprint of the touches
 */
public record Extent(int first, int last, long events, long touches, int shoppers, long fingerprint)
    implements Serializable {

  static Extent of(Interactions log, long events) {
    int first = Integer.MAX_VALUE;
    int last = Integer.MIN_VALUE;
    for (int row = 0; row < log.size(); row++) {
      first = Math.min(first, log.second(row));
      last = Math.max(last, log.second(row));
    }
    return new Extent(first, last, events, log.size(), log.shoppers(), log.fingerprint());
  }

  Extent plus(Extent other) {
    return new Extent(
        Math.min(first, other.first),
        Math.max(last, other.last),
        events + other.events,
        touches + other.touches,
        shoppers + other.shoppers,
        fingerprint + other.fingerprint);
  }

  void write(ShipmentWriter out) {
    out.ints(first, last, shoppers);
    out.longs(events, touches, fingerprint);
  }

  static Extent read(ShipmentReader in) {
    int[] ints = in.ints();
    long[] longs = in.longs();
    return new Extent(ints[0], ints[1], longs[0], longs[1], ints[2], longs[2]);
  }
}
