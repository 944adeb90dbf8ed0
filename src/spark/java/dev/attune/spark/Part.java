package dev.attune.spark;

import dev.attune.models.compact.Interactions;
import dev.attune.models.compact.InteractionsBuilder;
import dev.attune.models.counts.Counted;
import dev.attune.models.demand.SearchTerms;
import dev.attune.models.exam.Withholding;
import dev.attune.models.lines.LogLine;
import java.time.Instant;
import java.util.Iterator;

/**
 * The part of the log that one task has in memory: the whole history of some shoppers.
 *
 * @param events that it is made of
 */
record Part(Interactions log, SearchTerms.Found searches, long events) {

  /**
   * @param lines in order
   */
  static Part of(Shop shop, Iterator<String> lines) {
    InteractionsBuilder builder = new InteractionsBuilder(shop.products(), new Withholding());
    SearchTerms.Counting searches = new SearchTerms.Counting();
    long events = 0;
    while (lines.hasNext()) {
      LogLine line = LogLine.parse(lines.next());
      searches.add(line.shopper(), line.at(), line.signals());
      builder.add(line.shopper(), line.at(), line.signals());
      events++;
    }
    return new Part(builder.build(), searches.finish(), events);
  }

  Counted counted(Instant now) {
    return Counted.of(log, searches, events, now);
  }
}
