package dev.attune.ingest.traffic;

import dev.attune.events.log.KeyHash;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds all who had more than so many events in a minute, and maybe others, in 8 MB however many
 * events there are: visitors' minutes are counted by hash, and those with the same hash together.
 */
final class BusyMinutes {
  private static final int BITS = 22;
  private static final int SECONDS = 60;

  /** 2^64 by the golden ratio: minutes that follow each other get places far apart. */
  private static final long STEP = 0x9E3779B97F4A7C15L;

  private final short[] counts = new short[1 << BITS];
  private final int many;
  private final Set<String> busy = new TreeSet<>();

  /**
   * @param many events of one minute that are not yet too many, at most 32,766
   */
  BusyMinutes(int many) {
    this.many = Math.min(many, Short.MAX_VALUE - 1);
  }

  void add(String visitor, Instant at) {
    long minute = Math.floorDiv(at.getEpochSecond(), SECONDS);
    int place = (int) ((KeyHash.of(visitor) + minute * STEP) >>> (Long.SIZE - BITS));
    if (counts[place] <= many) {
      counts[place]++;
    }
    if (counts[place] > many) {
      busy.add(visitor);
    }
  }

  Set<String> busy() {
    return busy;
  }
}
