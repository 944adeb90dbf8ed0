package dev.attune.models.exam;

import dev.attune.catalog.ProductId;
import dev.attune.models.NextProducts;
import dev.attune.models.Scored;
import dev.attune.models.compact.ProductOrdinals;
import dev.attune.models.counts.Steps;
import java.util.Arrays;
import java.util.List;

/**
 * What models are asked before they serve: for each withheld shopper, the product that was touched
 * last and never before, from what was touched in that visit before it, else in earlier ones.
 */
public final class Exam {
  /** Nothing to ask. */
  public static final Exam NONE = new Exam(List.of());

  /** Fewer answers than this say nothing. */
  static final int FEWEST = 100;

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

  /** The questions that withheld steps ask. */
  public static Exam of(Steps steps, ProductOrdinals products) {
    return new Exam(
        steps.all().stream()
            .map(
                step ->
                    new Question(
                        Arrays.stream(step.before()).mapToObj(products::id).toList(),
                        step.visit(),
                        products.id(step.next())))
            .toList());
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
