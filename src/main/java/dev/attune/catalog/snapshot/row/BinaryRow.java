package dev.attune.catalog.snapshot.row;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The rows of {@code COPY … TO STDOUT (FORMAT binary)}, one after the other: of every field its
 * length and its bytes, which stay where they came.
 */
public final class BinaryRow {
  /** A signature and flags, before the length of what else stands before the first row. */
  private static final int HEADER = 15;

  /** PostgreSQL counts microseconds from the year 2000. */
  private static final long YEAR_2000 = 946_684_800;

  private static final long MICROS = 1_000_000;

  private static final VarHandle SHORT = bigEndian(short[].class);
  private static final VarHandle INT = bigEndian(int[].class);
  private static final VarHandle LONG = bigEndian(long[].class);

  private final int[] starts;
  private final int[] ends;
  private byte[] bytes = {};
  private boolean begun;

  /**
   * @param fields how many every row has
   */
  public BinaryRow(int fields) {
    starts = new int[fields];
    ends = new int[fields];
  }

  private static VarHandle bigEndian(Class<?> array) {
    return MethodHandles.byteArrayViewVarHandle(array, ByteOrder.BIG_ENDIAN);
  }

  /**
   * Takes the next message, which holds one row.
   *
   * @return false after the last row
   */
  public boolean take(byte[] message) {
    bytes = message;
    int at = 0;
    if (!begun) {
      begun = true;
      at = HEADER + Integer.BYTES + (int) INT.get(message, HEADER);
    }
    return take(message, at);
  }

  private boolean take(byte[] message, int from) {
    int count = (short) SHORT.get(message, from);
    if (count < 0) {
      return false;
    }
    if (count != starts.length) {
      throw new IllegalArgumentException("A row has " + count + " fields, not " + starts.length);
    }
    int at = from + Short.BYTES;
    for (int field = 0; field < count; field++) {
      int length = (int) INT.get(message, at);
      at += Integer.BYTES;
      starts[field] = at;
      at += Math.max(0, length);
      ends[field] = length < 0 ? -1 : at;
    }
    return true;
  }

  /** Holds this row's fields, and other things; not to be changed. */
  public byte[] bytes() {
    return bytes;
  }

  /** Where the field begins in {@link #bytes}. */
  public int from(int field) {
    return starts[field];
  }

  /** Where the field has ended. */
  public int to(int field) {
    return ends[field];
  }

  public boolean isNull(int field) {
    return ends[field] < 0;
  }

  public String text(int field) {
    return new String(bytes, starts[field], ends[field] - starts[field], StandardCharsets.UTF_8);
  }

  public @Nullable String textOrNull(int field) {
    return isNull(field) ? null : text(field);
  }

  /** Whether two fields say the same. */
  public boolean same(int one, int other) {
    return Arrays.equals(bytes, starts[one], ends[one], bytes, starts[other], ends[other]);
  }

  /** A {@code bigint}. */
  public long number(int field) {
    return (long) LONG.get(bytes, starts[field]);
  }

  /** An {@code integer}. */
  public @Nullable Integer integerOrNull(int field) {
    return isNull(field) ? null : (Integer) (int) INT.get(bytes, starts[field]);
  }

  /** A {@code timestamptz}. */
  public Instant instant(int field) {
    long micros = number(field);
    return Instant.ofEpochSecond(
        YEAR_2000 + Math.floorDiv(micros, MICROS), Math.floorMod(micros, MICROS) * 1_000);
  }

  public @Nullable Instant instantOrNull(int field) {
    return isNull(field) ? null : instant(field);
  }
}
