package dev.attune.profile.fold;

/** Reads what {@link Bytes} wrote. */
final class ByteSource {
  private final byte[] bytes;
  private int position;

  ByteSource(byte[] bytes) {
    this(bytes, 0);
  }

  ByteSource(byte[] bytes, int position) {
    this.bytes = bytes;
    this.position = position;
  }

  long number() {
    int octet = octet();
    if (octet < 0x80) {
      return octet;
    }
    long value = 0;
    int shift = 0;
    while ((octet & 0x80) != 0) {
      value |= (octet & 0x7FL) << shift;
      shift += 7;
      octet = octet();
    }
    return value | ((long) octet << shift);
  }

  int size() {
    return Math.toIntExact(number());
  }

  long signed() {
    long value = number();
    return (value >>> 1) ^ -(value & 1);
  }

  long fixed() {
    long value = 0;
    for (int i = 0; i < 8; i++) {
      value = (value << 8) | octet();
    }
    return value;
  }

  int octet() {
    return bytes[position++] & 0xFF;
  }

  void into(byte[] target, int from) {
    into(target, from, target.length - from);
  }

  void into(byte[] target, int from, int count) {
    System.arraycopy(bytes, position, target, from, count);
    position += count;
  }

  int position() {
    return position;
  }

  /** Goes past so many bytes. */
  void pass(int octets) {
    position += octets;
  }

  /** Goes past so many numbers. */
  void skip(long numbers) {
    for (long left = numbers; left > 0; position++) {
      left -= bytes[position] >= 0 ? 1 : 0;
    }
  }

  boolean atEnd() {
    return position == bytes.length;
  }
}
