package dev.attune.profile.fold;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A fold as bytes: equal folds have equal bytes.
 *
 * <p>Format 1: the number 1; the dictionary of subjects and proofs; then the sessions in order of
 * time, each with its distance to the one before, duration, count of events, proofs, and tallies
 * ordered by kind and subject, their times as the distance to the session's end.
 */
public final class FoldCodec {
  static final int FORMAT = 1;

  private static final Comparator<Written> BY_PLACE = Comparator.comparingLong(Written::place);

  /** A tally with its kind's code before its subject's place. */
  private record Written(long place, Tally tally) {}

  private FoldCodec() {}

  /** The canonical bytes of a fold, which is bounded then; none at all for an empty one. */
  public static byte[] encode(Fold fold) {
    if (fold.sessions().isEmpty()) {
      return new byte[0];
    }
    fold.bound();
    Set<String> texts = new HashSet<>();
    for (Session session : fold.sessions()) {
      texts.addAll(session.proofs());
      session.tallies().keySet().forEach(counted -> texts.add(counted.subject()));
    }
    Dictionary dictionary = Dictionary.of(texts);
    Bytes out = new Bytes();
    out.octet(FORMAT);
    dictionary.writeTo(out);
    out.number(fold.sessions().size());
    long clock = 0;
    for (Session session : fold.sessions()) {
      out.signed(session.start() - clock);
      write(session, dictionary::place, out);
      clock = session.end();
    }
    return out.toArray();
  }

  static void write(Session session, ToIntFunction<String> places, Bytes out) {
    out.number(session.end() - session.start());
    out.number(session.events());
    out.number(session.proofs().size());
    session.proofs().forEach(proof -> out.number(places.applyAsInt(proof)));
    Written[] tallies = new Written[session.tallies().size()];
    int next = 0;
    for (Map.Entry<Counted, Tally> entry : session.tallies().entrySet()) {
      Counted counted = entry.getKey();
      long place = (long) counted.code() << 32 | places.applyAsInt(counted.subject());
      tallies[next++] = new Written(place, entry.getValue());
    }
    if (tallies.length > 1) {
      Arrays.sort(tallies, BY_PLACE);
    }
    out.number(tallies.length);
    for (Written written : tallies) {
      out.number(written.place >>> 32);
      out.number(written.place & 0xFFFFFFFFL);
      out.number(written.tally.quantity());
      out.number(session.end() - written.tally.last());
    }
  }

  /**
   * The bytes of the fold that these bytes are, after it took in a change; the same as reading,
   * merging and writing it, without making what does not change.
   *
   * @throws IllegalStateException as {@link #decode}
   */
  public static byte[] add(byte[] bytes, Fold change) {
    if (bytes.length == 0) {
      return encode(change);
    }
    if (change.sessions().isEmpty()) {
      return bytes;
    }
    return new FoldSplice(bytes, change).bytes().orElseGet(() -> merged(bytes, change));
  }

  private static byte[] merged(byte[] bytes, Fold change) {
    Fold merged = decode(bytes);
    merged.merge(change);
    return encode(merged);
  }

  /**
   * Reads what {@link #encode} wrote; no bytes at all are an empty fold.
   *
   * @throws IllegalStateException when the bytes have another format, so that a refold is due
   */
  public static Fold decode(byte[] bytes) {
    Fold fold = new Fold();
    if (bytes.length == 0) {
      return fold;
    }
    ByteSource in = new ByteSource(bytes);
    checkFormat(in);
    String[] texts = Dictionary.read(in);
    int sessions = in.size();
    long clock = 0;
    for (int i = 0; i < sessions; i++) {
      Session session = read(clock + in.signed(), texts, in);
      fold.add(session);
      clock = session.end();
    }
    return fold;
  }

  /** The format, with which a state begins. */
  static void checkFormat(ByteSource in) {
    int format = in.octet();
    if (format != FORMAT) {
      throw new IllegalStateException("State of format " + format + ": a refold is due");
    }
  }

  /**
   * @param texts by their places; those that the session has must be there
   */
  static Session read(long start, @Nullable String[] texts, ByteSource in) {
    long end = start + in.number();
    Session session = new Session(start, end, in.number());
    List<String> proofs = new ArrayList<>();
    for (int left = in.size(); left > 0; left--) {
      proofs.add(text(texts, in));
    }
    proofs.forEach(session::prove);
    for (int left = in.size(); left > 0; left--) {
      Counted counted = new Counted(in.size(), text(texts, in));
      session.count(counted, new Tally(in.number(), end - in.number()));
    }
    return session;
  }

  private static String text(@Nullable String[] texts, ByteSource in) {
    return Objects.requireNonNull(texts[in.size()]);
  }
}
