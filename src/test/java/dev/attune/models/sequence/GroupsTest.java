package dev.attune.models.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GroupsTest {
  private static final int DIMS = 8;
  private static final int MANY = 4_000;

  /** Products around forty centers. */
  private final float[] vectors = new float[MANY * DIMS];

  private final float[] biases = new float[MANY];
  private final int[] all = IntStream.range(0, MANY).toArray();
  private final Random random = new Random(5);

  GroupsTest() {
    float[] centers = new float[40 * DIMS];
    for (int i = 0; i < centers.length; i++) {
      centers[i] = (float) random.nextGaussian() * 2;
    }
    for (int i = 0; i < vectors.length; i++) {
      int center = i / DIMS % 40;
      vectors[i] = centers[center * DIMS + i % DIMS] + (float) random.nextGaussian() * .3f;
    }
    for (int i = 0; i < MANY; i++) {
      biases[i] = random.nextFloat();
    }
  }

  private float[] taste() {
    float[] taste = new float[DIMS];
    for (int d = 0; d < DIMS; d++) {
      taste[d] = (float) random.nextGaussian();
    }
    return taste;
  }

  private double logit(float[] taste, int item) {
    return biases[item] + Kernels.dot(taste, 0, vectors, item * DIMS, DIMS);
  }

  @Test
  void findsNearlyAllOfTheLikeliestInAThirdOfTheProducts() {
    Groups groups = new Groups(all, vectors, biases, DIMS);
    int missed = 0;
    for (int question = 0; question < 50; question++) {
      float[] taste = taste();
      Groups.Found found = groups.find(taste);
      List<Integer> looked = new ArrayList<>();
      for (int i = 0; i < found.size(); i++) {
        looked.add(found.items()[i]);
        assertThat(found.logits()[i])
            .isCloseTo((float) logit(taste, found.items()[i]), within(1e-3f));
      }
      assertThat(looked).doesNotHaveDuplicates().hasSizeLessThan(MANY / 3);
      missed +=
          IntStream.range(0, MANY)
              .boxed()
              .sorted(Comparator.comparingDouble(item -> -logit(taste, item)))
              .limit(100)
              .filter(item -> !looked.contains(item))
              .count();
    }
    assertThat(missed).isLessThan(50);
  }

  @Test
  void estimatesTheSumOfAllPowers() {
    Groups groups = new Groups(all, vectors, biases, DIMS);
    for (int question = 0; question < 50; question++) {
      float[] taste = taste();
      double sum = IntStream.range(0, MANY).mapToDouble(i -> Math.exp(logit(taste, i))).sum();
      assertThat(groups.find(taste).logSum()).isCloseTo(Math.log(sum), within(.05));
    }
  }

  @Test
  void looksThroughAllOfFewProducts() {
    int[] few = IntStream.range(0, 900).toArray();
    assertThat(new Groups(few, vectors, biases, DIMS).find(taste()).size()).isEqualTo(900);
  }
}
