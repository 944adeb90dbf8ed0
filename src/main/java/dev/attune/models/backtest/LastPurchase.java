package dev.attune.models.backtest;

import dev.attune.catalog.ProductId;
import dev.attune.events.Signal;
import dev.attune.platform.error.AttuneException;
import dev.attune.platform.error.ErrorCode;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Each shopper's last purchase is to be found among all products that the shopper has not bought,
 * from the purchases before it. Nobody's last two purchases are learned from.
 */
public final class LastPurchase {
  private static final List<String> EVENTS = List.of("shopper", "product", "timestamp");
  private static final List<String> PRODUCTS = List.of("product", "attributes");

  /** What a heading's last name does not begin with: a time, or an attribute's number. */
  private static final Pattern NO_NAME = Pattern.compile("\\d.*|a\\d.*");

  /** Purchases of each shopper that nothing is learned from, the newest. */
  static final int HELD_OUT = 2;

  private final Path events;
  private final Path products;

  private record Bought(String product, Instant at) {}

  /**
   * @param events lines of shopper, product and time, under a heading
   * @param products lines of a product and its attributes, separated by spaces, under a heading
   */
  public LastPurchase(Path events, Path products) {
    this.events = events;
    this.products = products;
  }

  /**
   * @param progress is told how far it is
   * @throws dev.attune.platform.error.AttuneException when a file is not as described
   */
  public Scores run(Consumer<String> progress) {
    Map<String, List<String>> words = new LinkedHashMap<>();
    Map<String, List<Bought>> shoppers = new LinkedHashMap<>();
    readProducts(words);
    readEvents(shoppers, words);
    progress.accept(words.size() + " products, " + shoppers.size() + " shoppers");
    Trial trial = new Trial(PlainShop.of(words), progress);
    List<Trial.Question> questions = new ArrayList<>();
    shoppers.forEach(
        (shopper, bought) -> {
          bought.sort(Comparator.comparing(Bought::at));
          bought.stream()
              .limit(Math.max(0, bought.size() - HELD_OUT))
              .forEach(it -> trial.learn(shopper, it.at(), Signal.Kind.BUY, it.product()));
          if (bought.size() > 1) {
            questions.add(
                question(bought.stream().map(it -> new ProductId(it.product())).toList()));
          }
        });
    if (questions.isEmpty()) {
      throw new AttuneException(
          ErrorCode.MISSING_FIELD,
          "events",
          "Nobody in " + events + " bought two products; there is nothing to ask");
    }
    return scores(trial, questions);
  }

  /** Trains, asks, and scores what was answered. */
  static Scores scores(Trial trial, List<Trial.Question> questions) {
    Map<String, Number> costs =
        trial.run(questions, (models, history) -> models.afterHistory(history, Trial.LIST));
    Map<String, Number> values = new LinkedHashMap<>();
    for (int n : List.of(5, 10, 20)) {
      values.put("hr@" + n, Trial.rounded(trial.ranks().hitRate(n), 1e5));
    }
    for (int n : List.of(5, 10, 20)) {
      values.put("ndcg@" + n, Trial.rounded(trial.ranks().ndcg(n), 1e5));
    }
    values.put("users", questions.size());
    values.putAll(costs);
    return new Scores(values);
  }

  /**
   * What comes last is to be found from what came before.
   *
   * @param bought two or more, the oldest first
   */
  static Trial.Question question(List<ProductId> bought) {
    List<ProductId> history = new ArrayList<>(bought.subList(0, bought.size() - 1));
    Collections.reverse(history);
    return new Trial.Question(history, bought.get(bought.size() - 1));
  }

  private void readProducts(Map<String, List<String>> words) {
    TextFile file = new TextFile(products);
    file.each(
        (number, line) -> {
          String[] cells = line.split(",", -1);
          if (cells.length != 2 || cells[0].isBlank() || isMisnamed(number, cells, PRODUCTS)) {
            throw file.wrong(number, String.join(",", PRODUCTS));
          }
          if (number > 1) {
            words.put(
                cells[0],
                Arrays.stream(cells[1].split(" ")).filter(word -> !word.isBlank()).toList());
          }
        });
  }

  private void readEvents(Map<String, List<Bought>> shoppers, Map<String, List<String>> words) {
    TextFile file = new TextFile(events);
    file.each(
        (number, line) -> {
          String[] cells = line.split(",", -1);
          if (cells.length != 3
              || cells[0].isBlank()
              || cells[1].isBlank()
              || isMisnamed(number, cells, EVENTS)) {
            throw file.wrong(number, String.join(",", EVENTS));
          }
          if (number > 1) {
            words.putIfAbsent(cells[1], List.of());
            shoppers
                .computeIfAbsent(cells[0], any -> new ArrayList<>())
                .add(new Bought(cells[1], time(file, number, cells[2])));
          }
        });
  }

  /** Whether the heading is missing, or names a known column in another place. */
  private static boolean isMisnamed(int number, String[] cells, List<String> names) {
    if (number > 1) {
      return false;
    }
    for (int i = 0; i < cells.length; i++) {
      int known = names.indexOf(cells[i].strip().toLowerCase(Locale.ROOT));
      if (known >= 0 && known != i) {
        return true;
      }
    }
    return NO_NAME.matcher(cells[cells.length - 1]).matches();
  }

  private static Instant time(TextFile file, int number, String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException wrong) {
      throw file.wrong(number, "a time such as 2013-01-01T12:00:00Z, not " + text);
    }
  }
}
