package dev.attune.models.exam;

import dev.attune.catalog.ProductId;
import dev.attune.models.NextProducts;
import dev.attune.models.Scored;
import dev.attune.models.compact.Interactions;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What models are asked before they serve: for each withheld shopper, the product that was touched
 * last and never before, from what was touched in that visit before it, else in earlier ones.
 */
public final class Exam {
  /** Nothing to ask. */
  public static final Exam NONE = new Exam(List.of());

  /** Fewer answers than this say nothing. */
  static final int FEWEST = 100;

  /** More do not make it surer, only longer: 2,000 take about a second. */
  static final int MOST = 2_000;

  private static final int LIST = 20;

  private final List<Question> questions;

  /**
   * One withheld step.
   *
   * @param before the newest first
   * @param visit whether all of it was touched in the same visit
   */
  private record Question(List<ProductId> before, boolean visit, ProductId next) {}

  private Exam(List<Question> questions) {
    this.questions = List.copyOf(questions);
  }

  /** The questions that a log's withheld shoppers ask. */
  public static Exam of(Interactions log) {
    List<Question> questions = new ArrayList<>();
    log.eachWithheld(
        span -> {
          if (questions.size() < MOST) {
            question(log, span).ifPresent(questions::add);
          }
        });
    return new Exam(questions);
  }

  /** Looks for the last step to a product that is new to its shopper. */
  private static Optional<Question> question(Interactions log, Interactions.Span span) {
    Set<Integer> known = new LinkedHashSet<>();
    int last = -1;
    for (int row = span.from(); row < span.to(); row++) {
      if (known.add(log.item(row)) && known.size() > 1) {
        last = row;
      }
    }
    if (last < 0) {
      return Optional.empty();
    }
    List<ProductId> visit = before(log, span, last, Interactions.SESSION_GAP_SECONDS);
    boolean any = !visit.isEmpty();
    return Optional.of(
        new Question(
            any ? visit : before(log, span, last, Integer.MAX_VALUE),
            any,
            log.products().id(log.item(last))));
  }

  /** Distinct products before a row, the newest first, as far back as no gap is longer. */
  private static List<ProductId> before(
      Interactions log, Interactions.Span span, int last, int longestGap) {
    Set<ProductId> before = new LinkedHashSet<>();
    int row = last - 1;
    while (row >= span.from() && log.second(row + 1) - log.second(row) <= longestGap) {
      before.add(log.products().id(log.item(row--)));
    }
    return List.copyOf(before);
  }

  /** How many steps are asked for. */
  public int size() {
    return questions.size();
  }

  /** Whether its answers would say anything. */
  public boolean enough() {
    return questions.size() >= FEWEST;
  }

  /** Asks these models everything. */
  public ExamResult ask(NextProducts models) {
    int[] places = new int[questions.size()];
    for (int i = 0; i < places.length; i++) {
      places[i] = place(models, questions.get(i));
    }
    return new ExamResult(places);
  }

  private static int place(NextProducts models, Question question) {
    List<Scored> answer =
        question.visit()
            ? models.inVisit(question.before(), /* repeats= */ false, LIST)
            : models.afterHistory(question.before(), LIST);
    for (int place = 0; place < answer.size(); place++) {
      if (answer.get(place).product().equals(question.next())) {
        return place;
      }
    }
    return ExamResult.NOWHERE;
  }
}
