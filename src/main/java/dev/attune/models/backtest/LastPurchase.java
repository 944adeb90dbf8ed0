package dev.attune.models.backtest;

import dev.attune.catalog.ProductId;
import dev.attune.events.Signal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Each shopper's last purchase is to be found among all products that the shopper has not bought,
 * from the purchases before it. Nobody's last two purchases are learned from.
 */
public final class LastPurchase {
  private static final int HELD_OUT = 2;

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
            questions.add(question(bought));
          }
        });
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

  private static Trial.Question question(List<Bought> bought) {
    List<ProductId> history = new ArrayList<>();
    for (int i = bought.size() - 2; i >= 0; i--) {
      history.add(new ProductId(bought.get(i).product()));
    }
    return new Trial.Question(history, new ProductId(bought.get(bought.size() - 1).product()));
  }

  private void readProducts(Map<String, List<String>> words) {
    TextFile file = new TextFile(products);
    file.each(
        (number, line) -> {
          String[] cells = line.split(",", -1);
          if (cells.length != 2 || cells[0].isBlank()) {
            throw file.wrong(number, "product,attributes");
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
          if (cells.length != 3 || cells[0].isBlank() || cells[1].isBlank()) {
            throw file.wrong(number, "shopper,product,timestamp");
          }
          if (number > 1) {
            words.putIfAbsent(cells[1], List.of());
            shoppers
                .computeIfAbsent(cells[0], any -> new ArrayList<>())
                .add(new Bought(cells[1], time(file, number, cells[2])));
          }
        });
  }

  private static Instant time(TextFile file, int number, String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException wrong) {
      throw file.wrong(number, "a time such as 2013-01-01T12:00:00Z, not " + text);
    }
  }
}
