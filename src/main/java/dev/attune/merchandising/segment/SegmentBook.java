package dev.attune.merchandising.segment;

import dev.attune.merchandising.condition.Condition;
import dev.attune.merchandising.condition.Conditions;
import dev.attune.merchandising.condition.Facts;
import dev.attune.platform.error.AttuneException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;

/** Segments, compiled once. */
public final class SegmentBook {
  private static final Logger LOG = Logger.getLogger(SegmentBook.class);

  public static final SegmentBook EMPTY = new SegmentBook(List.of());

  private final List<Segment> segments;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final Condition[] conditions;

  private SegmentBook(List<Segment> segments) {
    this.segments = List.copyOf(segments);
    this.conditions = new Condition[segments.size()];
    for (int i = 0; i < conditions.length; i++) {
      numbers.put(segments.get(i).id(), i);
      conditions[i] = compiled(segments.get(i));
    }
  }

  /** Nobody is in a segment that another release let through. */
  private static Condition compiled(Segment segment) {
    try {
      return Conditions.ofShopper("condition", segment.condition());
    } catch (AttuneException refused) {
      LOG.errorf("Segment %s is left empty: %s", segment.id(), refused.getMessage());
      return Conditions.ofShopper("condition", "false");
    }
  }

  /** Segments that were checked when they were saved. */
  public static SegmentBook of(List<Segment> segments) {
    return segments.isEmpty() ? EMPTY : new SegmentBook(segments);
  }

  /**
   * The segments of one shopper.
   *
   * @param assumed those that the shopper is taken to be in
   */
  public SegmentPage page(Facts shopper, Set<String> assumed) {
    return new SegmentPage(this, shopper, assumed);
  }

  public boolean isEmpty() {
    return segments.isEmpty();
  }

  public List<Segment> segments() {
    return segments;
  }

  /** The places of those of these that there are, to be asked of a page. */
  public int[] numbers(Collection<String> ids) {
    return ids.stream().mapToInt(this::number).filter(number -> number >= 0).sorted().toArray();
  }

  /** Its place, -1 for an unknown one. */
  int number(String id) {
    return numbers.getOrDefault(id, -1);
  }

  boolean holds(int number, Facts shopper) {
    return conditions[number].holds(shopper);
  }
}
