package dev.attune.experiments.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import com.dynatrace.hash4j.hashing.HashValue128;
import com.dynatrace.hash4j.hashing.Hashing;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.hipparchus.stat.inference.ChiSquareTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BucketsTest {
  /** The verification value that SMHasher, the hash's home, publishes for MurmurHash3_x64_128. */
  @Test
  void theHashIsMurmur3AsItsAuthorVerifiesIt() {
    ByteBuffer hashes = ByteBuffer.allocate(256 * 16).order(ByteOrder.LITTLE_ENDIAN);
    byte[] key = new byte[256];
    for (int i = 0; i < 256; i++) {
      key[i] = (byte) i;
      HashValue128 hash = Hashing.murmur3_128(256 - i).hashBytesTo128Bits(Arrays.copyOf(key, i));
      hashes.putLong(hash.getLeastSignificantBits()).putLong(hash.getMostSignificantBits());
    }
    HashValue128 all = Hashing.murmur3_128().hashBytesTo128Bits(hashes.array());
    assertThat((int) all.getLeastSignificantBits()).isEqualTo(0x6384BA69);
  }

  @Test
  void theHashHasItsWellKnownValues() {
    assertThat(first("hello")).isEqualTo(0xcbd8a7b341bd9b02L);
    assertThat(first("The quick brown fox jumps over the lazy dog")).isEqualTo(0xe34bbc7bbc071b6cL);
  }

  /** Computed by an implementation of a page in Python from the hash's public description. */
  @ParameterizedTest
  @CsvSource({
    "summer-hero,shopper-1,6619",
    "summer-hero,shopper-2,7657",
    "hero/ramp,Zo\u00eb,5784",
    "layer,4f9d7a,7163"
  })
  void everybodyCanRecomputeABucket(String salt, String unit, int bucket) {
    assertThat(Buckets.of(salt, unit)).isEqualTo(bucket);
  }

  @Test
  void bucketsAreEvenAndSaltsIndependent() {
    long[] counts = new long[100];
    long[][] cells = new long[10][10];
    for (int i = 0; i < 100_000; i++) {
      int one = Buckets.of("one", "shopper-" + i);
      int two = Buckets.of("two", "shopper-" + i);
      counts[one / 100]++;
      cells[one / 1_000][two / 1_000]++;
    }
    double[] even = new double[100];
    Arrays.fill(even, 1_000);
    assertThat(new ChiSquareTest().chiSquareTest(even, counts)).isGreaterThan(.001);
    assertThat(new ChiSquareTest().chiSquareTest(cells)).isGreaterThan(.001);
  }

  private static long first(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return Hashing.murmur3_128().hashBytesTo128Bits(bytes).getLeastSignificantBits();
  }
}
