package dev.attune.models.counts;

import dev.attune.catalog.ProductId;
import dev.attune.models.compact.SparseRows;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;

/**
 * Writes what was learned: {@link #MAGIC}, the format's version, the parts, and a CRC-32C of all of
 * it. Whole numbers are four or eight bytes, the highest first; arrays and texts begin with their
 * length; the same always gives the same bytes.
 */
public final class ShipmentWriter {
  /** "ATTUNEML". */
  static final long MAGIC = 0x415454554e454d4cL;

  /** Raised whenever older readers would read something else than was meant. */
  static final int VERSION = 2;

  private final DataOutputStream out;

  private ShipmentWriter(DataOutputStream out) {
    this.out = out;
  }

  /** Writes all of it and leaves the stream open. */
  public static void write(Learned learned, OutputStream to) throws IOException {
    CheckedOutputStream checked =
        new CheckedOutputStream(new BufferedOutputStream(to, 1 << 16), new CRC32C());
    DataOutputStream out = new DataOutputStream(checked);
    try {
      new ShipmentWriter(out).all(learned);
    } catch (UncheckedIOException broken) {
      throw broken.getCause();
    }
    out.flush();
    out.writeLong(checked.getChecksum().getValue());
    out.flush();
  }

  private void all(Learned learned) {
    bytes(ByteBuffer.allocate(12).putLong(MAGIC).putInt(VERSION).array());
    longs(learned.cut().toEpochMilli());
    texts(learned.products().stream().map(ProductId::value).toList());
    learned.extent().write(this);
    learned.demand().write(this);
    learned.visits().write(this);
    learned.rhythms().write(this);
    learned.orders().write(this);
    texts(learned.searches().popular());
    learned.sample().write(this);
    learned.steps().write(this);
    rows(learned.together());
    rows(learned.near());
  }

  void number(int number) {
    bytes(ByteBuffer.allocate(Integer.BYTES).putInt(number).array());
  }

  void ints(int... numbers) {
    ByteBuffer buffer = ByteBuffer.allocate(Integer.BYTES * numbers.length);
    buffer.asIntBuffer().put(numbers);
    number(numbers.length);
    bytes(buffer.array());
  }

  void longs(long... numbers) {
    ByteBuffer buffer = ByteBuffer.allocate(Long.BYTES * numbers.length);
    buffer.asLongBuffer().put(numbers);
    number(numbers.length);
    bytes(buffer.array());
  }

  void rows(List<int[]> rows) {
    number(rows.size());
    rows.forEach(this::ints);
  }

  void rows(SparseRows rows) {
    number(rows.rows());
    for (int row = 0; row < rows.rows(); row++) {
      ByteBuffer buffer = ByteBuffer.allocate(2 * Integer.BYTES * rows.size(row));
      rows.each(row, (column, weight) -> buffer.putInt(column).putFloat((float) weight));
      number(rows.size(row));
      bytes(buffer.array());
    }
  }

  void texts(List<String> texts) {
    number(texts.size());
    texts.forEach(this::text);
  }

  void counts(Map<String, Integer> counts) {
    number(counts.size());
    counts.forEach(
        (key, count) -> {
          text(key);
          number(count);
        });
  }

  private void text(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    number(bytes.length);
    bytes(bytes);
  }

  private void bytes(byte[] bytes) {
    try {
      out.write(bytes);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
