package dev.attune.experiments.report;

import static dev.attune.experiments.report.Words.money;
import static dev.attune.experiments.report.Words.say;

import dev.attune.experiments.metric.Measured;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What stands beside a report's numbers: what counts, how far, and what is missing. */
public final class Notes {
  private Notes() {}

  public static List<String> of(Report report, Locale locale) {
    Measured.Orders orders = report.measured().orders();
    List<String> notes = new ArrayList<>();
    notes.add(say("note.window", locale, report.definition().measuring().windowDays()));
    @Nullable Long cap = report.definition().life().capMinor();
    if (cap != null) {
      String most = money(report.definition().measuring().currency(), cap, locale);
      notes.add(say("note.cap", locale, most));
    } else if (report.definition().life().startedAt() != null) {
      notes.add(say("note.uncapped", locale));
    }
    if (orders.uncosted() > 0) {
      notes.add(say("note.uncosted", locale, orders.uncosted(), orders.all()));
    }
    if (orders.foreign() > 0) {
      notes.add(say("note.foreign", locale, orders.foreign(), orders.all()));
    }
    return notes;
  }
}
