package dev.attune.models.backtest;

import dev.attune.catalog.ProductId;
import dev.attune.events.Signal;
import dev.attune.models.backtest.Heading.Meaning;
import dev.attune.platform.error.AttuneException;
import dev.attune.platform.error.ErrorCode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Each shopper's last purchase is to be found among all products that the shopper has not bought,
 * from the purchases before it. Nobody's last two purchases are learned from.
 */
public final class LastPurchase {
  /** Rows that say of themselves that they are one of these are no purchases. */
  private static final Pattern NO_PURCHASE =
      Pattern.compile(
          "(page|product|item)?[ _-]?(view|click|detail|impression)(ed|s)?|pv|fav(orite)?|search"
              + "|(add|remove)[ _-]?(to|from)[ _-]?(cart|wish ?list)|(add|remove)|cart|wishlist",
          Pattern.CASE_INSENSITIVE);

  /** Purchases of each shopper that nothing is learned from, the newest. */
  static final int HELD_OUT = 2;

  private static final Pattern SEPARATED = Pattern.compile("[,;|]");

  private final Path events;
  private final Path products;

  private record Bought(String product, Instant at) {}

  /**
   * @param events who bought which product when, in columns with names that say so, else in this
   *     order
   * @param products a product and its attributes, with blanks between them, or its categories and
   *     brand
   */
  public LastPurchase(Path events, Path products) {
    this.events = events;
    this.products = products;
  }

  /**
   * What was bought before is ranked nowhere, so that nobody can find it again: such questions are
   * counted apart, as repurchases.
   *
   * @param progress is told how far it is
   * @throws dev.attune.platform.error.AttuneException when a file is not as described
   */
  public Scores run(Consumer<String> progress) {
    Map<String, List<String>> words = new LinkedHashMap<>();
    Map<String, Set<Bought>> shoppers = new LinkedHashMap<>();
    readProducts(words);
    readEvents(shoppers, words, progress);
    progress.accept(words.size() + " products, " + shoppers.size() + " shoppers");
    Trial trial = new Trial(PlainShop.of(words), progress);
    List<Trial.Question> questions = new ArrayList<>();
    int[] repurchases = {0};
    shoppers.forEach(
        (shopper, all) -> {
          List<Bought> bought = new ArrayList<>(all);
          bought.sort(Comparator.comparing(Bought::at));
          bought.stream()
              .limit(Math.max(0, bought.size() - HELD_OUT))
              .forEach(it -> trial.learn(shopper, it.at(), Signal.Kind.BUY, it.product()));
          if (bought.size() > 1) {
            Trial.Question last =
                question(bought.stream().map(it -> new ProductId(it.product())).toList());
            if (last.newestFirst().contains(last.truth())) {
              repurchases[0]++;
            } else {
              questions.add(last);
            }
          }
        });
    if (questions.isEmpty()) {
      throw new AttuneException(
          ErrorCode.MISSING_FIELD,
          "events",
          "Nobody in "
              + events
              + " bought two products, the last for the first time; there is nothing to ask");
    }
    return scores(trial, questions, Map.of("repurchases", repurchases[0]));
  }

  /**
   * Trains, asks, and scores what was answered.
   *
   * @param besides what is told beside the number of questions
   */
  static Scores scores(Trial trial, List<Trial.Question> questions, Map<String, Integer> besides) {
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
    values.putAll(besides);
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
    new Table(new TextFile(products), Heading.PRODUCTS, "product,attributes")
        .each(row -> words.put(row.required(Meaning.OWN_ID), words(row)));
  }

  private static List<String> words(Table.Row row) {
    String attributes = row.get(Meaning.ATTRIBUTES);
    String between = SEPARATED.matcher(attributes).find() ? "[,;|]" : "\\s";
    return Stream.concat(Arrays.stream(attributes.split(between)), row.labels().stream())
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .toList();
  }

  private void readEvents(
      Map<String, Set<Bought>> shoppers,
      Map<String, List<String>> words,
      Consumer<String> progress) {
    int described = words.size();
    int[] skipped = {0, 0};
    new Table(new TextFile(events), Heading.EVENTS, "shopper,product,timestamp")
        .each(
            row -> {
              if (NO_PURCHASE.matcher(row.get(Meaning.EVENT)).matches()) {
                skipped[0]++;
                return;
              }
              Bought bought = new Bought(row.required(Meaning.PRODUCT), time(row));
              words.putIfAbsent(bought.product(), List.of());
              boolean added =
                  shoppers
                      .computeIfAbsent(row.required(Meaning.SHOPPER), any -> new LinkedHashSet<>())
                      .add(bought);
              skipped[1] += added ? 0 : 1;
            });
    tell(progress, skipped[0], "rows are no purchases and are left out");
    tell(progress, skipped[1], "rows say again what another says and are left out");
    tell(progress, words.size() - described, "products that were bought are not described");
  }

  private static void tell(Consumer<String> progress, int many, String what) {
    if (many > 0) {
      progress.accept(many + " " + what);
    }
  }

  private static Instant time(Table.Row row) {
    String text = row.required(Meaning.TIME);
    return Times.read(text)
        .orElseThrow(
            () ->
                row.wrong(
                    "a time such as 2013-01-01T12:00:00Z, 2013-01-01 12:00:00, 2013-01-01 or"
                        + " 1357041600, not "
                        + text));
  }
}
