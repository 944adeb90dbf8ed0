package dev.attune.catalog.snapshot.row;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What texts were read as, found again by their bytes, so that of what a million rows repeat not
 * even a text is made.
 */
public final class KnownTexts<T> {
  private static final int FIRST_SLOTS = 1 << 8;
  private static final long PRIME = 0x9E3779B97F4A7C15L;
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final Reading<T> reading;
  private @Nullable Known<T>[] slots = slots(FIRST_SLOTS);
  private int size;

  /** Makes something of a text. */
  @FunctionalInterface
  public interface Reading<T> {
    T of(String text);
  }

  private record Known<T>(int hash, byte[] text, T read) {
    boolean is(int other, byte[] bytes, int from, int to) {
      return hash == other && Arrays.equals(text, 0, text.length, bytes, from, to);
    }
  }

  public KnownTexts(Reading<T> reading) {
    this.reading = reading;
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // an array cannot be made of a generic type
  private static <T> @Nullable Known<T>[] slots(int slots) {
    return (Known<T>[]) new Known[slots];
  }

  /** What the row's field says; null where it is null. */
  public @Nullable T ofOrNull(BinaryRow row, int field) {
    return row.isNull(field) ? null : of(row, field);
  }

  /** What the row's field says. */
  public T of(BinaryRow row, int field) {
    byte[] bytes = row.bytes();
    int from = row.from(field);
    int to = row.to(field);
    return of(hash(bytes, from, to), bytes, from, to);
  }

  /**
   * What these bytes say.
   *
   * @param hash theirs, which may have been made some time before
   */
  public T of(int hash, byte[] bytes, int from, int to) {
    int slot = hash & slots.length - 1;
    @Nullable Known<T> known = slots[slot];
    while (known != null && !known.is(hash, bytes, from, to)) {
      slot = slot + 1 & slots.length - 1;
      known = slots[slot];
    }
    if (known != null) {
      return known.read();
    }
    T read = reading.of(new String(bytes, from, to - from, StandardCharsets.UTF_8));
    add(new Known<>(hash, Arrays.copyOfRange(bytes, from, to), read));
    return read;
  }

  private void add(Known<T> known) {
    if (++size * 2 > slots.length) {
      @Nullable Known<T>[] before = slots;
      slots = slots(before.length * 2);
      for (@Nullable Known<T> each : before) {
        if (each != null) {
          slots[free(each.hash())] = each;
        }
      }
    }
    slots[free(known.hash())] = known;
  }

  private int free(int hash) {
    int slot = hash & slots.length - 1;
    while (slots[slot] != null) {
      slot = slot + 1 & slots.length - 1;
    }
    return slot;
  }

  /** Eight bytes at a time. */
  public static int hash(byte[] bytes, int from, int to) {
    long all = to - from;
    int at = from;
    for (; at + Long.BYTES <= to; at += Long.BYTES) {
      all = mixed(all ^ (long) LONG.get(bytes, at));
    }
    long rest = 0;
    for (; at < to; at++) {
      rest = rest << Byte.SIZE | bytes[at] & 0xff;
    }
    all = mixed(all ^ rest);
    return (int) (all ^ all >>> Integer.SIZE);
  }

  private static long mixed(long all) {
    long mixed = all * PRIME;
    return mixed ^ mixed >>> 29;
  }
}
