package dev.attune.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was measured, to be read by people and by programs. */
record Report(List<Step> steps, long peakHeapBytes, long peakResidentBytes) {
  private static final String ROW = "%-26s %9s %9s %9s %7s %9s%n";

  Report {
    steps = List.copyOf(steps);
  }

  String table() {
    StringBuilder table = new StringBuilder();
    table.append(ROW.formatted("", "rows", "seconds", "rows/s", "goal s", "of limit"));
    for (Step step : steps) {
      table.append(
          ROW.formatted(
              step.name(),
              step.rows(),
              number("%.2f", step.seconds()),
              number("%.0f", step.perSecond()),
              number("%.0f", step.goalSeconds()),
              number("%.2f", step.ofLimit())));
    }
    table.append("gateway peak: heap %d MiB".formatted(peakHeapBytes >> 20));
    table.append(", resident %d MiB%n".formatted(peakResidentBytes >> 20));
    return table.toString();
  }

  String json() throws JsonProcessingException {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("processors", Runtime.getRuntime().availableProcessors());
    all.put("steps", steps.stream().map(Report::fields).toList());
    all.put("peakHeapBytes", peakHeapBytes);
    all.put("peakResidentBytes", peakResidentBytes);
    return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(all);
  }

  private static Map<String, @Nullable Object> fields(Step step) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("name", step.name());
    fields.put("rows", step.rows());
    fields.put("seconds", step.seconds());
    fields.put("rowsPerSecond", step.perSecond());
    fields.put("goalSeconds", step.goalSeconds());
    fields.put("ofLimit", step.ofLimit());
    return fields;
  }

  private static String number(String format, @Nullable Double value) {
    return value == null ? "" : String.format(Locale.ROOT, format, value);
  }
}
