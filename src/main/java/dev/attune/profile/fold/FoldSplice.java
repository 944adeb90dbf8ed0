package dev.attune.profile.fold;

import java.util.BitSet;
import java.util.Iterator;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A change on its way into the bytes of a fold: sessions within the gap of what is new are made and
 * merged, all others are copied, with the places of their texts moved where new texts came between.
 */
final class FoldSplice {
  private static final long GAP_MILLIS = Fold.GAP.toMillis();

  /** What a change of a few events adds, mostly. */
  private static final int SPARE = 128;

  private final byte[] state;
  private final Fold change;
  private final long[] changed;
  private final Bytes out;

  /** Stored sessions: start and end, and where their bytes behind the start begin and end. */
  private long[] times = {};

  private int[] spans = {};
  private BitSet merging = new BitSet();

  /** No less than what {@link Bound} counts. */
  private long hours;

  private long load;
  private long tallies;

  FoldSplice(byte[] state, Fold change) {
    this.state = state;
    this.change = change;
    this.changed = new long[2 * change.sessions().size()];
    int next = 0;
    for (Session session : change.sessions()) {
      changed[next++] = session.start();
      changed[next++] = session.end();
      hours += Bound.hours(session.start(), session.end());
      load += session.load();
      tallies += session.tallies().size();
    }
    this.out = new Bytes(state.length + SPARE);
  }

  /** Empty where there may be more than a fold tells apart. */
  Optional<byte[]> bytes() {
    ByteSource in = new ByteSource(state);
    FoldCodec.checkFormat(in);
    int dictionary = in.position();
    BitSet wanted = new BitSet(Texts.skip(in));
    read(in, wanted);
    if (hours > Bound.HOURS || load >= Bound.EVENTS) {
      return Optional.empty();
    }
    DictionarySplice texts = new DictionarySplice(state, dictionary, changedTexts(), wanted);
    if (texts.count() > Bound.SUBJECTS
        || texts.mostOctets() + Bound.COUNTED * tallies > Bound.OCTETS) {
      return Optional.empty();
    }
    out.octet(FoldCodec.FORMAT);
    texts.writeTo(out);
    write(merged(texts), texts);
    return Optional.of(out.toArray());
  }

  /** Notes where sessions are, and which texts those have that the change touches. */
  private void read(ByteSource in, BitSet wanted) {
    int count = in.size();
    times = new long[2 * count];
    spans = new int[2 * count];
    merging = new BitSet(count);
    long clock = 0;
    for (int session = 0; session < count; session++) {
      long start = clock + in.signed();
      spans[2 * session] = in.position();
      clock = start + in.number();
      times[2 * session] = start;
      times[2 * session + 1] = clock;
      hours += Bound.hours(start, clock);
      load += in.number();
      if (touched(start, clock)) {
        merging.set(session);
        want(in, wanted);
      } else {
        in.skip(in.number());
        int counted = in.size();
        tallies += counted;
        if (counted > 0) {
          kind(in);
          in.skip(4L * counted - 1);
        }
      }
      spans[2 * session + 1] = in.position();
    }
  }

  private void want(ByteSource in, BitSet wanted) {
    for (int proofs = in.size(); proofs > 0; proofs--) {
      wanted.set(in.size());
    }
    int counted = in.size();
    tallies += counted;
    for (int left = counted; left > 0; left--) {
      kind(in);
      wanted.set(in.size());
      in.skip(2);
    }
  }

  /** Goes past a tally's kind; what an event of many signals counts more is of the first one. */
  private void kind(ByteSource in) {
    if (in.number() == Counted.MORE.code()) {
      ByteSource ahead = new ByteSource(state, in.position());
      ahead.skip(1);
      load += ahead.number();
    }
  }

  private boolean touched(long start, long end) {
    for (int i = 0; i < changed.length; i += 2) {
      if (changed[i] - end <= GAP_MILLIS && start - changed[i + 1] <= GAP_MILLIS) {
        return true;
      }
    }
    return false;
  }

  private SortedSet<String> changedTexts() {
    SortedSet<String> texts = new TreeSet<>();
    for (Session session : change.sessions()) {
      texts.addAll(session.proofs());
      session.tallies().keySet().forEach(counted -> texts.add(counted.subject()));
    }
    return texts;
  }

  private Fold merged(DictionarySplice texts) {
    Fold merged = new Fold();
    merged.merge(change);
    for (int i = merging.nextSetBit(0); i >= 0; i = merging.nextSetBit(i + 1)) {
      ByteSource in = new ByteSource(state, spans[2 * i]);
      merged.add(FoldCodec.read(times[2 * i], texts.known(), in));
    }
    return merged;
  }

  /** Both kinds of sessions in order of time. */
  private void write(Fold merged, DictionarySplice texts) {
    int stored = times.length / 2;
    out.number((long) stored - merging.cardinality() + merged.sessions().size());
    Iterator<Session> made = merged.sessions().iterator();
    Session next = made.next();
    long clock = 0;
    for (int i = merging.nextClearBit(0); i < stored; i = merging.nextClearBit(i + 1)) {
      while (next != null && next.start() < times[2 * i]) {
        clock = write(next, clock, texts);
        next = made.hasNext() ? made.next() : null;
      }
      out.signed(times[2 * i] - clock);
      copy(spans[2 * i], spans[2 * i + 1], texts);
      clock = times[2 * i + 1];
    }
    while (next != null) {
      clock = write(next, clock, texts);
      next = made.hasNext() ? made.next() : null;
    }
  }

  private long write(Session session, long clock, DictionarySplice texts) {
    out.signed(session.start() - clock);
    FoldCodec.write(session, texts::place, out);
    return session.end();
  }

  private void copy(int from, int to, DictionarySplice texts) {
    int rest = from;
    if (texts.grew()) {
      ByteSource in = new ByteSource(state, from);
      in.skip(2);
      for (int proofs = in.size(); proofs > 0; proofs--) {
        rest = move(in, rest, texts);
      }
      for (int tallies = in.size(); tallies > 0; tallies--) {
        in.skip(1);
        rest = move(in, rest, texts);
        in.skip(2);
      }
    }
    out.part(state, rest, to);
  }

  /**
   * Copies up to here with the place that comes now; returns from where on is still to be copied.
   */
  private int move(ByteSource in, int rest, DictionarySplice texts) {
    int here = in.position();
    int place = in.size();
    int moved = texts.moved(place);
    if (moved == place) {
      return rest;
    }
    out.part(state, rest, here);
    out.number(moved);
    return in.position();
  }
}
