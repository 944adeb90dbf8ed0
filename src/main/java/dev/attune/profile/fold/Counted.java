package dev.attune.profile.fold;

import dev.attune.events.Signal;

/**
 * What a tally counts: one kind of signal about one subject.
 *
 * @param code the kind's number; also one that only later versions know, so that replicas of two
 *     versions can work side by side and neither loses what the other counts
 */
public record Counted(int code, String subject) {
  /** What an event of many signals counts beyond one; of no kind, and not for views. */
  static final Counted MORE = new Counted(0, "");

  public Counted(Signal.Kind kind, String subject) {
    this(KindCode.of(kind), subject);
  }

  public Signal.Kind kind() {
    return KindCode.kind(code);
  }

  /** The kind's name, its number for one of a later version. */
  String kindName() {
    return kind() == Signal.Kind.LATER ? Integer.toString(code) : kind().name();
  }
}
