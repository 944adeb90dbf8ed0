package dev.attune.bench.training;

import com.sun.management.OperatingSystemMXBean;
import dev.attune.bench.training.Growth.Point;
import dev.attune.models.Models;
import dev.attune.models.Training;
import dev.attune.models.exam.Withholding;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Trains on logs of growing length and says what a hundred million events would take. */
public final class TrainingBenchmark {
  private static final double GOAL = 100e6;
  private static final double MILLION = 1e6;

  private final OperatingSystemMXBean system =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private final LivePeak peak = new LivePeak();
  private final List<Run> runs = new ArrayList<>();

  /**
   * What one training took.
   *
   * @param processor seconds that all processors worked, also on collecting garbage
   */
  private record Run(
      long events, double seconds, double processor, double megabytes, Map<String, Double> steps) {}

  /**
   * @param sizes numbers of events, ascending; the first is also the warm-up
   */
  public static void main(String[] sizes) {
    TrainingBenchmark benchmark = new TrainingBenchmark();
    benchmark.run(Long.parseLong(sizes[0]));
    benchmark.runs.clear();
    for (String size : sizes) {
      benchmark.run(Long.parseLong(size));
    }
    benchmark.tell();
  }

  private void run(long events) {
    ManyHistories shop = new ManyHistories();
    peak.reset();
    long started = System.nanoTime();
    long worked = system.getProcessCpuTime();
    Training training = new Training(shop.catalog(), Models.EMPTY, new Withholding());
    shop.visit(training, events);
    double read = (System.nanoTime() - started) / 1e9;
    Models models = training.finish(ManyHistories.NOW);
    double seconds = (System.nanoTime() - started) / 1e9;
    double processor = (system.getProcessCpuTime() - worked) / 1e9;
    double megabytes = peak.megabytes();
    Map<String, Double> steps = new TreeMap<>();
    models.report().took().forEach((model, took) -> steps.put(model, seconds(took)));
    steps.put("reading", Math.round(read * 10) / 10.0);
    runs.add(new Run(events, seconds, processor, megabytes, steps));
    System.out.printf(
        "%,13d events %8.1f s, processors %8.1f s, %,8.0f MB, %,9.0f events/s %s%n",
        events, seconds, processor, megabytes, events / seconds, steps);
  }

  private static double seconds(Duration took) {
    return Math.round(took.toMillis() / 100.0) / 10.0;
  }

  private void tell() {
    tell("seconds", runs.stream().map(it -> new Point(it.events(), it.seconds())).toList());
    tell("processors", runs.stream().map(it -> new Point(it.events(), it.processor())).toList());
    tell("megabytes", runs.stream().map(it -> new Point(it.events(), it.megabytes())).toList());
    Run last = runs.stream().max(Comparator.comparingLong(Run::events)).orElseThrow();
    last.steps().keySet().forEach(step -> tell(step, points(step)));
  }

  private List<Point> points(String step) {
    return runs.stream()
        .map(it -> new Point(it.events(), it.steps().getOrDefault(step, 0.0)))
        .toList();
  }

  /**
   * By all measurements, and by the last two alone. Where both agree it grows in a straight line;
   * where the last two give more, faster.
   */
  private static void tell(String what, List<Point> points) {
    Growth all = Growth.of(points);
    Growth last = Growth.of(points.subList(Math.max(0, points.size() - 2), points.size()));
    System.out.printf(
        "%-18s %,8.1f and %8.2f a million: at 100 million %,9.0f, by the last two %,9.0f%n",
        what, all.fixed(), all.each() * MILLION, all.at(GOAL), last.at(GOAL));
  }
}
