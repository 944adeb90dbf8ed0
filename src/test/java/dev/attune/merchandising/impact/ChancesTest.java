package dev.attune.merchandising.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.attune.platform.id.GlobalId;
import dev.attune.platform.id.NodeType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ChancesTest {
  private static final String SLOT = "listing/category";
  private static final GlobalId FIRST = product("a");
  private static final GlobalId SECOND = product("b");

  private static GlobalId product(String id) {
    return new GlobalId(NodeType.PRODUCT, id);
  }

  /** 1,000 lists of two: the first is taken of every tenth, the second of every twentieth. */
  private static List<Compared> lists() {
    List<Compared> lists = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      List<GlobalId> shown = List.of(FIRST, SECOND);
      Set<String> taken = i % 10 == 0 ? Set.of("a") : i % 20 == 1 ? Set.of("b") : Set.of();
      lists.add(new Compared(SLOT, "s" + i, shown, shown, taken));
    }
    return lists;
  }

  @Test
  void expectsWhereThingsStandWhatHappenedThere() {
    Chances chances = Chances.of(lists());
    assertThat(chances.takes()).isEqualTo(150);
    assertThat(chances.at(SLOT, FIRST, 1)).isCloseTo(.1, within(.004));
    assertThat(chances.at(SLOT, SECOND, 2)).isCloseTo(.05, within(.004));
  }

  @Test
  void expectsMoreOfAThingThatMovesUp() {
    Chances chances = Chances.of(lists());
    assertThat(chances.at(SLOT, SECOND, 1)).isGreaterThan(1.5 * chances.at(SLOT, SECOND, 2));
    assertThat(chances.at(SLOT, product("unknown"), 1)).isCloseTo(.1, within(.01));
  }

  @Test
  void tellsAThingThatIsTakenMoreThanItsPlaceFromOthers() {
    List<Compared> lists = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      List<GlobalId> shown = i % 2 == 0 ? List.of(FIRST, SECOND) : List.of(SECOND, FIRST);
      lists.add(new Compared(SLOT, "s" + i, shown, shown, i % 10 < 2 ? Set.of("b") : Set.of()));
    }
    Chances chances = Chances.of(lists);
    assertThat(chances.at(SLOT, SECOND, 1)).isGreaterThan(10 * chances.at(SLOT, FIRST, 1));
  }

  @Test
  void whatIsTakenFurtherDownIsTheThingsMeritNotThePlaces() {
    List<Compared> lists = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      List<GlobalId> shown = List.of(FIRST, SECOND);
      lists.add(new Compared(SLOT, "s" + i, shown, shown, i % 10 == 0 ? Set.of("b") : Set.of()));
    }
    Chances chances = Chances.of(lists);
    GlobalId unknown = product("unknown");
    assertThat(chances.at(SLOT, unknown, 1))
        .isGreaterThanOrEqualTo(chances.at(SLOT, unknown, 2))
        .isPositive();
    assertThat(chances.at(SLOT, SECOND, 1)).isCloseTo(.1, within(.01));
    assertThat(chances.at(SLOT, FIRST, 1)).isLessThan(.001);
  }

  @Test
  void halvesAttentionAtTheThirdPlace() {
    assertThat(Chances.discount(1)).isEqualTo(1);
    assertThat(Chances.discount(3)).isCloseTo(.5, within(1e-12));
  }
}
