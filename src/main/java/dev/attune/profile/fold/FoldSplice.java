package dev.attune.profile.fold;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.TreeSet;

/**
 * A change on its way into the bytes of a fold: sessions within the gap of what is new are made and
 * merged, all others are copied, with the places of their texts moved where new texts came between.
 */
final class FoldSplice {
  private final byte[] state;
  private final Fold change;
  private final Fold merged = new Fold();
  private final List<Kept> kept = new ArrayList<>();
  private String[] texts = {};

  /** A session that stays: its times, and where its bytes behind the start are. */
  private record Kept(long start, long end, int from, int to) {}

  FoldSplice(byte[] state, Fold change) {
    this.state = state;
    this.change = change;
    merged.merge(change);
  }

  byte[] bytes() {
    ByteSource in = new ByteSource(state);
    texts = FoldCodec.texts(in);
    int dictionaryEnd = in.position();
    read(in);
    String[] all = with(texts);
    boolean same = all.length == texts.length;
    Dictionary dictionary = Dictionary.ordered(all);
    Bytes out = new Bytes();
    if (same) {
      out.part(state, 0, dictionaryEnd);
    } else {
      out.octet(FoldCodec.FORMAT);
      dictionary.writeTo(out);
    }
    write(dictionary, same ? new int[0] : moved(all), out);
    return out.toArray();
  }

  /** Makes the sessions that the change touches, and notes where the others are. */
  private void read(ByteSource in) {
    long clock = 0;
    for (int left = in.size(); left > 0; left--) {
      long start = clock + in.signed();
      int from = in.position();
      long end = start + in.number();
      in.skip(1);
      in.skip(in.number());
      in.skip(4 * in.number());
      if (touched(start, end)) {
        merged.add(FoldCodec.read(start, texts, new ByteSource(state, from)));
      } else {
        kept.add(new Kept(start, end, from, in.position()));
      }
      clock = end;
    }
  }

  private boolean touched(long start, long end) {
    long gap = Fold.GAP.toMillis();
    for (Session session : change.sessions()) {
      if (session.start() - end <= gap && start - session.end() <= gap) {
        return true;
      }
    }
    return false;
  }

  /** These texts and those of the change, in order. */
  private String[] with(String[] known) {
    TreeSet<String> more = new TreeSet<>();
    for (Session session : change.sessions()) {
      session.proofs().forEach(proof -> addUnknown(proof, known, more));
      session.tallies().keySet().forEach(it -> addUnknown(it.subject(), known, more));
    }
    if (more.isEmpty()) {
      return known;
    }
    String[] all = Arrays.copyOf(known, known.length + more.size());
    int next = known.length;
    for (String text : more) {
      all[next++] = text;
    }
    Arrays.sort(all);
    return all;
  }

  private static void addUnknown(String text, String[] known, TreeSet<String> more) {
    if (Arrays.binarySearch(known, text) < 0) {
      more.add(text);
    }
  }

  /** Where each known text stands among all. */
  private int[] moved(String[] all) {
    int[] moved = new int[texts.length];
    int next = 0;
    for (int place = 0; place < all.length && next < moved.length; place++) {
      if (all[place].equals(texts[next])) {
        moved[next++] = place;
      }
    }
    return moved;
  }

  /** Both kinds of sessions in order of time. */
  private void write(Dictionary dictionary, int[] moved, Bytes out) {
    out.number(kept.size() + merged.sessions().size());
    Iterator<Session> made = merged.sessions().iterator();
    Session next = made.next();
    long clock = 0;
    for (Kept session : kept) {
      while (next != null && next.start() < session.start()) {
        clock = write(next, clock, dictionary, out);
        next = made.hasNext() ? made.next() : null;
      }
      out.signed(session.start() - clock);
      copy(session, moved, out);
      clock = session.end();
    }
    while (next != null) {
      clock = write(next, clock, dictionary, out);
      next = made.hasNext() ? made.next() : null;
    }
  }

  private static long write(Session session, long clock, Dictionary dictionary, Bytes out) {
    out.signed(session.start() - clock);
    FoldCodec.write(session, dictionary, out);
    return session.end();
  }

  private void copy(Kept session, int[] moved, Bytes out) {
    if (moved.length == 0) {
      out.part(state, session.from(), session.to());
      return;
    }
    ByteSource in = new ByteSource(state, session.from());
    out.number(in.number());
    out.number(in.number());
    int proofs = in.size();
    out.number(proofs);
    for (int i = 0; i < proofs; i++) {
      out.number(moved[in.size()]);
    }
    int tallies = in.size();
    out.number(tallies);
    for (int i = 0; i < tallies; i++) {
      out.number(in.number());
      out.number(moved[in.size()]);
      out.number(in.number());
      out.number(in.number());
    }
  }
}
