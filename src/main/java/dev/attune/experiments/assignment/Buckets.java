package dev.attune.experiments.assignment;

import com.dynatrace.hash4j.hashing.Hasher128;
import com.dynatrace.hash4j.hashing.Hashing;
import java.nio.charset.StandardCharsets;

/**
 * Deals units into 10,000 buckets of a hundredth of a percent: MurmurHash3 x64_128 with seed 0 over
 * the salt, a byte 0x1F and the unit's key in UTF-8; its first 64 bits, unsigned, modulo 10,000.
 * Each salt deals anew, as if the others had not been. Other implementations can recompute it.
 */
public final class Buckets {
  public static final int COUNT = 10_000;

  private static final Hasher128 MURMUR3 = Hashing.murmur3_128();
  private static final char SEPARATOR = '\u001f';

  private Buckets() {}

  /** 0 to 9,999. */
  public static int of(String salt, String unit) {
    byte[] text = (salt + SEPARATOR + unit).getBytes(StandardCharsets.UTF_8);
    long first = MURMUR3.hashBytesTo128Bits(text).getLeastSignificantBits();
    return (int) Long.remainderUnsigned(first, COUNT);
  }
}
