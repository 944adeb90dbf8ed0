package dev.attune.profile.fold;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * The texts of a change on their way in between those of a state: all others are copied as they
 * lie, and strings are made of those only that are asked for.
 */
final class DictionarySplice {
  private final byte[] state;
  private final Texts old;
  private final ByteSource in;
  private final Bytes body;
  private final Map<String, Integer> places = new HashMap<>();
  private final @Nullable String[] known;
  private final int[] insertedAt;
  private int inserted;
  private long octets;

  /**
   * @param from where the texts begin in the state
   * @param change in order
   * @param wanted places of texts in the state of which strings are needed
   */
  DictionarySplice(byte[] state, int from, SortedSet<String> change, BitSet wanted) {
    this.state = state;
    this.in = new ByteSource(state, from);
    this.old = new Texts(in);
    this.body = new Bytes();
    this.known = new String[old.count()];
    this.insertedAt = new int[change.size()];
    splice(change.iterator(), wanted);
  }

  private void splice(Iterator<String> change, BitSet wanted) {
    @Nullable String next = next(change);
    int copied = in.position();
    for (int place = 0; place < known.length; place++) {
      int entry = in.position();
      old.next();
      octets += old.length();
      int order = next == null ? -1 : old.compareTo(next);
      if (next != null && order > 0) {
        body.part(state, copied, entry);
        byte[] before = old.before();
        while (next != null && order > 0) {
          before = insert(next, place, before);
          next = next(change);
          order = next == null ? -1 : old.compareTo(next);
        }
        Dictionary.write(old.text(), before, body);
        copied = in.position();
      }
      if (next != null && order == 0) {
        places.put(next, place + inserted);
        next = next(change);
      }
      if (wanted.get(place)) {
        String text = old.text();
        known[place] = text;
        places.put(text, place + inserted);
      }
    }
    body.part(state, copied, in.position());
    byte[] before = old.shared();
    while (next != null) {
      before = insert(next, known.length, before);
      next = next(change);
    }
  }

  private byte[] insert(String text, int place, byte[] before) {
    places.put(text, place + inserted);
    insertedAt[inserted++] = place;
    octets += Bound.mostOctets(text);
    return Dictionary.write(text, before, body);
  }

  private static @Nullable String next(Iterator<String> change) {
    return change.hasNext() ? change.next() : null;
  }

  /** Whether the change brought texts that the state did not have. */
  boolean grew() {
    return inserted > 0;
  }

  /** How many texts there are now. */
  int count() {
    return known.length + inserted;
  }

  /** No less than what the texts are long. */
  long mostOctets() {
    return octets;
  }

  /** Where a text stands now that stood at a place of the state. */
  int moved(int place) {
    int now = place;
    for (int i = 0; i < inserted && insertedAt[i] <= place; i++) {
      now++;
    }
    return now;
  }

  /** Where a text of the change, or one that was asked for, stands now. */
  int place(String text) {
    return places.getOrDefault(text, -1);
  }

  /** The texts of the state by their old places, those that were asked for. */
  @Nullable String[] known() {
    return known;
  }

  void writeTo(Bytes out) {
    out.number(count());
    out.all(body);
  }
}
