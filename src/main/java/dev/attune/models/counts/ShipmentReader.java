package dev.attune.models.counts;

import dev.attune.catalog.ProductId;
import dev.attune.models.compact.SparseRows;
import dev.attune.models.demand.SearchTerms;
import dev.attune.platform.error.ErrorCode;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;

/** Reads what {@link ShipmentWriter} wrote. */
public final class ShipmentReader {
  private static final int HEADER = Long.BYTES + Integer.BYTES;
  private static final int BUFFER = 1 << 16;

  private final DataInputStream in;

  private ShipmentReader(DataInputStream in) {
    this.in = in;
  }

  /**
   * Reads all of it, after a look at every byte.
   *
   * @throws UnfitShipment when it is none, of another version, cut off or altered
   */
  public static Learned read(Path file) throws UnfitShipment {
    try {
      check(file);
      try (InputStream in = Files.newInputStream(file)) {
        in.skipNBytes(HEADER);
        return new ShipmentReader(new DataInputStream(new BufferedInputStream(in, BUFFER))).all();
      }
    } catch (IOException broken) {
      throw new UnfitShipment(ErrorCode.UNAVAILABLE, "it cannot be read: " + broken);
    } catch (UncheckedIOException broken) {
      throw new UnfitShipment(
          ErrorCode.TRUNCATED, "it cannot be read to its end: " + broken.getCause());
    }
  }

  private static void check(Path file) throws IOException, UnfitShipment {
    CRC32C sum = new CRC32C();
    try (InputStream raw = Files.newInputStream(file);
        DataInputStream in =
            new DataInputStream(
                new CheckedInputStream(new BufferedInputStream(raw, BUFFER), sum))) {
      long left = Files.size(file) - Long.BYTES - HEADER;
      if (left < 0 || in.readLong() != ShipmentWriter.MAGIC) {
        throw new UnfitShipment(ErrorCode.UNKNOWN_FORMAT, "it does not hold models");
      }
      int version = in.readInt();
      if (version != ShipmentWriter.VERSION) {
        throw new UnfitShipment(
            ErrorCode.UNKNOWN_FORMAT,
            "its format is %d, wanted is %d".formatted(version, ShipmentWriter.VERSION));
      }
      byte[] part = new byte[BUFFER];
      while (left > 0) {
        int read = in.readNBytes(part, 0, (int) Math.min(part.length, left));
        left = read == 0 ? 0 : left - read;
      }
      long counted = sum.getValue();
      if (in.readLong() != counted) {
        throw new UnfitShipment(
            ErrorCode.TRUNCATED, "its checksum is another than its contents have");
      }
    }
  }

  private Learned all() {
    Instant cut = Instant.ofEpochMilli(longs()[0]);
    List<ProductId> products = texts().stream().map(ProductId::new).toList();
    return new Learned(
        products,
        cut,
        Extent.read(this),
        Demand.read(this),
        Visits.read(this),
        Rhythms.read(this),
        Orders.read(this),
        new SearchTerms(texts()),
        Histories.read(this),
        Steps.read(this),
        sparse(),
        sparse());
  }

  int number() {
    return bytes(Integer.BYTES).getInt();
  }

  int[] ints() {
    int size = number();
    int[] numbers = new int[size];
    bytes(Math.multiplyExact(size, Integer.BYTES)).asIntBuffer().get(numbers);
    return numbers;
  }

  long[] longs() {
    int size = number();
    long[] numbers = new long[size];
    bytes(Math.multiplyExact(size, Long.BYTES)).asLongBuffer().get(numbers);
    return numbers;
  }

  List<int[]> rows() {
    int size = number();
    List<int[]> rows = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      rows.add(ints());
    }
    return rows;
  }

  private SparseRows sparse() {
    int size = number();
    SparseRows.Builder rows = new SparseRows.Builder(size);
    for (int row = 0; row < size; row++) {
      int columns = number();
      ByteBuffer entries = bytes(Math.multiplyExact(columns, 2 * Integer.BYTES));
      while (entries.hasRemaining()) {
        rows.add(entries.getInt(), entries.getFloat());
      }
      rows.endRow();
    }
    return rows.build();
  }

  List<String> texts() {
    int size = number();
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      texts.add(text());
    }
    return texts;
  }

  Map<String, Integer> counts() {
    int size = number();
    Map<String, Integer> counts = new TreeMap<>();
    for (int i = 0; i < size; i++) {
      counts.put(text(), number());
    }
    return counts;
  }

  private String text() {
    return StandardCharsets.UTF_8.decode(bytes(number())).toString();
  }

  private ByteBuffer bytes(int size) {
    try {
      byte[] bytes = in.readNBytes(size);
      if (bytes.length < size) {
        throw new IOException("its end is missing");
      }
      return ByteBuffer.wrap(bytes);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
