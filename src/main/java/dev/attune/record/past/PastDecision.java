package dev.attune.record.past;

import dev.attune.events.Signal;
import dev.attune.events.SignalsJson;
import dev.attune.platform.id.GlobalId;
import dev.attune.record.DecisionJson;
import dev.attune.record.RecordedDecision;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A decision, and what the shopper did with what it showed; unpacked as far as somebody asks. For
 * one thread at a time.
 */
public final class PastDecision {
  private static final Set<Signal.Kind> TAKES =
      EnumSet.of(Signal.Kind.CLICK, Signal.Kind.VIEW, Signal.Kind.CART_ADD, Signal.Kind.BUY);

  private final String shopper;
  private final byte[] packed;
  private final List<String> signals;
  private DecisionJson.@Nullable Head head;
  private byte @Nullable [] json;

  /**
   * @param shopper who it was made for, by any name that tells shoppers apart: decisions of one say
   *     less than those of many
   * @param packed as {@link DecisionJson} packs it
   * @param signals of what was done in answer to it, as {@link SignalsJson} writes them
   */
  public PastDecision(String shopper, byte[] packed, List<String> signals) {
    this.shopper = shopper;
    this.packed = packed;
    this.signals = List.copyOf(signals);
  }

  public String shopper() {
    return shopper;
  }

  /** The decision without its candidates. */
  public RecordedDecision head() {
    return known().decision();
  }

  /** What the candidates were. */
  public List<GlobalId> subjects() {
    return Subjects.of(json());
  }

  /** Whether this rule did something to a candidate. */
  public boolean actedOn(String rule) {
    @Nullable Set<String> acting = known().acting();
    return acting == null ? Subjects.names(json(), rule) : acting.contains(rule);
  }

  /** All of it. */
  public RecordedDecision decision() {
    return DecisionJson.read(json());
  }

  /** Local ids of what was clicked, viewed, put into a cart or bought in answer to it. */
  public Set<String> taken() {
    Set<String> taken = new HashSet<>();
    for (String text : signals) {
      for (Signal signal : SignalsJson.read(text)) {
        if (TAKES.contains(signal.kind())) {
          taken.add(signal.subject());
        }
      }
    }
    return taken;
  }

  /** Gives up what takes much room; who asks again waits again. */
  public void letGo() {
    json = null;
  }

  private DecisionJson.Head known() {
    DecisionJson.@Nullable Head read = head;
    if (read == null) {
      read = DecisionJson.head(packed);
      head = read;
    }
    return read;
  }

  private byte[] json() {
    byte @Nullable [] inflated = json;
    if (inflated == null) {
      inflated = DecisionJson.inflate(packed);
      json = inflated;
    }
    return inflated;
  }
}
