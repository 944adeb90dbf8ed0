package dev.attune.models.backtest;

import dev.attune.catalog.ProductId;
import dev.attune.events.Signal;
import dev.attune.platform.error.AttuneException;
import dev.attune.platform.error.ErrorCode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The next click of a visit is to be found among all products, those of the visit included. The
 * files know no time: visits are taken to be in its order, one a minute.
 */
public final class NextClick {
  private static final Instant FIRST_VISIT = Instant.parse("2016-01-01T00:00:00Z");
  private static final Duration BETWEEN_VISITS = Duration.ofMinutes(1);
  private static final Pattern BETWEEN_PRODUCTS = Pattern.compile("[\\s,;]+");

  private final Path train;
  private final Path test;

  /**
   * @param train one visit a line, with blanks, commas, semicolons or tabs between products
   * @param test the beginning of a visit a line, then a tab and the next product
   */
  public NextClick(Path train, Path test) {
    this.train = train;
    this.test = test;
  }

  /**
   * @param progress is told how far it is
   * @throws dev.attune.platform.error.AttuneException when a file is not as described
   */
  public Scores run(Consumer<String> progress) {
    List<List<String>> visits = new ArrayList<>();
    Map<String, List<String>> words = new LinkedHashMap<>();
    Map<String, String> names = new LinkedHashMap<>();
    new TextFile(train).each((number, line) -> visits.add(clicks(line, names)));
    List<Trial.Question> questions = questions();
    if (visits.isEmpty() || questions.isEmpty()) {
      throw new AttuneException(
          ErrorCode.MISSING_FIELD,
          visits.isEmpty() ? "train" : "test",
          "There are no lines in " + (visits.isEmpty() ? train : test));
    }
    names.keySet().forEach(product -> words.put(product, List.of()));
    progress.accept(words.size() + " products, " + visits.size() + " visits");
    warn(questions, names.keySet(), progress);
    Trial trial = new Trial(PlainShop.of(words), progress);
    Instant start = FIRST_VISIT;
    for (int i = 0; i < visits.size(); i++) {
      Instant at = start;
      for (String product : visits.get(i)) {
        trial.learn("visit" + i, at, Signal.Kind.VIEW, product);
        at = at.plusSeconds(1);
      }
      start = start.plus(BETWEEN_VISITS);
    }
    return scores(trial, questions);
  }

  /** Trains, asks, and scores what was answered. */
  static Scores scores(Trial trial, List<Trial.Question> questions) {
    Map<String, Number> costs =
        trial.run(questions, (models, visit) -> models.inVisit(visit, true, Trial.LIST));
    Map<String, Number> values = new LinkedHashMap<>();
    values.put("p@20", Trial.rounded(100 * trial.ranks().hitRate(Trial.LIST), 1e3));
    values.put("mrr@20", Trial.rounded(100 * trial.ranks().reciprocal(Trial.LIST), 1e3));
    values.put("queries", questions.size());
    values.putAll(costs);
    return new Scores(values);
  }

  /** One string for each product, however often it comes. */
  private static List<String> clicks(String line, Map<String, String> names) {
    return products(line).map(name -> names.computeIfAbsent(name, it -> it)).toList();
  }

  private static Stream<String> products(String text) {
    return BETWEEN_PRODUCTS.splitAsStream(text).filter(name -> !name.isEmpty());
  }

  /** Says so where products that are asked for can never be found. */
  private void warn(List<Trial.Question> questions, Set<String> known, Consumer<String> progress) {
    long unknown = questions.stream().filter(it -> !known.contains(it.truth().value())).count();
    if (unknown == questions.size()) {
      progress.accept(
          "Warning: not one product that is asked for in %s is in %s; is it the same shop?"
              .formatted(test, train));
    } else if (unknown > 0) {
      progress.accept(
          "%d of %d products that are asked for are in no visit that is learned from"
              .formatted(unknown, questions.size()));
    }
  }

  private List<Trial.Question> questions() {
    List<Trial.Question> questions = new ArrayList<>();
    TextFile file = new TextFile(test);
    file.each(
        (number, line) -> {
          int tab = line.lastIndexOf('\t');
          List<String> next = products(line.substring(tab + 1)).toList();
          List<ProductId> visit = new ArrayList<>();
          products(line.substring(0, Math.max(0, tab))).map(ProductId::new).forEach(visit::add);
          if (visit.isEmpty() || next.size() != 1) {
            throw file.wrong(number, "products, a tab, and the next product");
          }
          Collections.reverse(visit);
          questions.add(new Trial.Question(visit, new ProductId(next.get(0))));
        });
    return questions;
  }
}
