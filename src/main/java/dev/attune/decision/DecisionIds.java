package dev.attune.decision;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/** Ids of decisions: unguessable, and in order of time (UUID version 7, RFC 9562). */
@ApplicationScoped
public class DecisionIds {
  private static final ThreadLocal<SecureRandom> RANDOM =
      ThreadLocal.withInitial(SecureRandom::new);

  /** A new seed for the chance of one decision, in hexadecimal. */
  String seed() {
    return Long.toHexString(RANDOM.get().nextLong());
  }

  /** A new id that sorts by this time. */
  String next(Instant now) {
    SecureRandom random = RANDOM.get();
    long high = now.toEpochMilli() << 16 | 0x7000L | random.nextInt(1 << 12);
    long low = random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
    return new UUID(high, low).toString();
  }
}
