package dev.attune.merchandising.segment;

import dev.attune.merchandising.condition.Facts;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** The segments of one shopper, each found out once, when it first matters. */
public final class SegmentPage {
  private static final byte YES = 1;
  private static final byte NO = 2;

  private final SegmentBook book;
  private final Facts shopper;
  private final byte[] known;

  SegmentPage(SegmentBook book, Facts shopper, Set<String> assumed) {
    this.book = book;
    this.shopper = shopper;
    this.known = new byte[book.segments().size()];
    for (String id : assumed) {
      if (book.number(id) >= 0) {
        known[book.number(id)] = YES;
      }
    }
  }

  /** False also for a segment that there is not. */
  public boolean in(String id) {
    int number = book.number(id);
    return number >= 0 && in(number);
  }

  private boolean in(int number) {
    if (known[number] == 0) {
      known[number] = book.holds(number, shopper) ? YES : NO;
    }
    return known[number] == YES;
  }

  public boolean inAny(Collection<String> ids) {
    for (String id : ids) {
      if (in(id)) {
        return true;
      }
    }
    return false;
  }

  /**
   * @param numbers as the book counts them
   */
  public boolean inAny(int[] numbers) {
    for (int number : numbers) {
      if (in(number)) {
        return true;
      }
    }
    return false;
  }

  /** The ids of all segments that the shopper is in. */
  public List<String> all() {
    return book.segments().stream().map(Segment::id).filter(this::in).toList();
  }
}
