package dev.attune.search.text.vocabulary;

import org.jspecify.annotations.Nullable;

/**
 * What is known of what stands between white space, found by its letters where they stand. Hashes
 * lie beside each other, so that a piece is hardly ever read but for the one that is asked for; for
 * one thread.
 */
final class Pieces {
  private static final int FIRST_SLOTS = 1 << 10;

  /** Of each slot's piece. */
  private int[] hashes = new int[FIRST_SLOTS];

  private @Nullable Piece[] slots = new Piece[FIRST_SLOTS];
  private int size;

  /**
   * What stands between white space.
   *
   * @param number its last word where that is a number which a unit may follow
   * @param unit its first word where that is a unit
   */
  record Piece(String text, Said said, @Nullable String number, @Nullable String unit) {
    private boolean stands(char[] letters, int from, int length) {
      if (text.length() != length) {
        return false;
      }
      for (int i = 0; i < length; i++) {
        if (text.charAt(i) != letters[from + i]) {
          return false;
        }
      }
      return true;
    }
  }

  int size() {
    return size;
  }

  void clear() {
    hashes = new int[FIRST_SLOTS];
    slots = new Piece[FIRST_SLOTS];
    size = 0;
  }

  /**
   * The one that is written so.
   *
   * @param hash of these letters, as strings have it
   */
  @Nullable Piece get(char[] letters, int from, int length, int hash) {
    int mask = slots.length - 1;
    for (int slot = spread(hash) & mask; ; slot = slot + 1 & mask) {
      @Nullable Piece piece = slots[slot];
      if (piece == null || (hashes[slot] == hash && piece.stands(letters, from, length))) {
        return piece;
      }
    }
  }

  /** Adds one that is not there. */
  void add(Piece piece) {
    if (++size > slots.length / 2) {
      grow();
    }
    put(piece, piece.text().hashCode());
  }

  private void put(Piece piece, int hash) {
    int mask = slots.length - 1;
    int slot = spread(hash) & mask;
    while (slots[slot] != null) {
      slot = slot + 1 & mask;
    }
    slots[slot] = piece;
    hashes[slot] = hash;
  }

  private void grow() {
    @Nullable Piece[] before = slots;
    int[] itsHashes = hashes;
    slots = new Piece[before.length * 2];
    hashes = new int[slots.length];
    for (int i = 0; i < before.length; i++) {
      @Nullable Piece piece = before[i];
      if (piece != null) {
        put(piece, itsHashes[i]);
      }
    }
  }

  /** Hashes of short texts differ in their low bits alone. */
  private static int spread(int hash) {
    return hash * 0x9E3779B9 >>> 7;
  }
}
