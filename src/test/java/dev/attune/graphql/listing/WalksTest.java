package dev.attune.graphql.listing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.GraphQl;
import dev.attune.TestShop;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Walks through a list longer than what is ranked, while the list moves. */
@QuarkusTest
class WalksTest {
  private static final int PRODUCTS = 450;
  private static final String LIST =
      "{ category(handle: \"walked-through\") { products(first: %d, sort: PRICE_ASC%s) {"
          + " nodes { handle } pageInfo { hasNextPage endCursor } decision { id } } } }";

  @Inject Walks walks;

  private static boolean open;

  @BeforeEach
  void shop() {
    if (!open) {
      open = true;
      TestShop shop = new TestShop();
      for (int i = 0; i < PRODUCTS; i++) {
        shop.priced("wlk-" + i, "Walked Through", 100 + i + ".00 USD", "", "", 5);
      }
      shop.open();
    }
    price(i -> 100 + i);
  }

  /** Prices all of them, by their number. */
  private static void price(IntUnaryOperator prices) {
    TestShop.price("wlk-", PRODUCTS, prices);
  }

  private static Page page(GraphQl shopper, int first, String more) {
    JsonPath answer = shopper.ask(LIST.formatted(first, more));
    assertThat(answer.getList("errors")).as(answer.prettify()).isNull();
    String at = "data.category.products.";
    return new Page(
        answer.getList(at + "nodes.handle"),
        answer.getBoolean(at + "pageInfo.hasNextPage"),
        answer.getString(at + "pageInfo.endCursor"),
        answer.getString(at + "decision.id").replace("gid://attune/Decision/", ""));
  }

  private record Page(List<String> handles, boolean more, String end, String decision) {
    String behind() {
      return ", after: \"" + end + "\"";
    }
  }

  private static List<String> handles(int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(i -> "the-wlk-" + i + "-thing")
        .collect(Collectors.toCollection(ArrayList::new));
  }

  @Test
  void repeatNothingAndPassNothingOverBehindWhatIsRanked() {
    GraphQl shopper = GraphQl.visitor("wlk-far");
    List<String> seen = new ArrayList<>();
    Page page = page(shopper, 50, "");
    seen.addAll(page.handles());
    for (int turn = 0; page.more(); turn++) {
      int up = turn % 2 == 0 ? -1 : 1;
      price(i -> 600 + up * i);
      page = page(shopper, 50, page.behind());
      seen.addAll(page.handles());
    }
    assertThat(seen).doesNotHaveDuplicates().hasSize(PRODUCTS);
  }

  @Test
  void areGoneThroughAgainAsTheyWere() {
    GraphQl shopper = GraphQl.visitor("wlk-back");
    Page first = page(shopper, 100, "");
    Page second = page(shopper, 100, first.behind());
    Page third = page(shopper, 100, second.behind());
    Page fourth = page(shopper, 100, third.behind());
    assertThat(fourth.handles()).isEqualTo(handles(300, 400));
    price(i -> 600 - i);
    assertThat(page(shopper, 100, first.behind()).handles()).isEqualTo(second.handles());
    assertThat(page(shopper, 100, third.behind()).handles()).isEqualTo(fourth.handles());
  }

  @Test
  void leaveOutWhatPassesItsFilterNoMore() {
    GraphQl shopper = GraphQl.visitor("wlk-filter");
    String filter = ", filters: [{field: \"price\", max: \"159\"}]";
    Page first = page(shopper, 40, filter);
    assertThat(first.handles()).isEqualTo(handles(0, 40));
    price(i -> i >= 40 && i < 50 ? 160 : 100 + i);
    Page second = page(shopper, 40, filter + first.behind());
    assertThat(second.handles()).isEqualTo(handles(50, 60));
    assertThat(second.more()).isFalse();
  }

  @Test
  void leaveOutWhatTheShopperRefusedOnTheWay() {
    GraphQl shopper = GraphQl.visitor("wlk-refused");
    String refuse =
        "mutation { notInterested(subject: \"gid://attune/Product/wlk-%d\") { known } }";
    shopper.ask(refuse.formatted(2));
    Page first = page(shopper, 100, "");
    shopper.ask(refuse.formatted(150));
    shopper.ask(refuse.formatted(250));
    price(i -> i == 250 ? 9_000 : 100 + i);
    Page second = page(shopper, 100, first.behind());
    Page third = page(shopper, 100, second.behind());
    List<String> shown = new ArrayList<>(first.handles());
    shown.addAll(second.handles());
    shown.addAll(third.handles());
    List<String> wanted = handles(0, 303);
    wanted.removeAll(List.of("the-wlk-2-thing", "the-wlk-150-thing", "the-wlk-250-thing"));
    assertThat(shown).isEqualTo(wanted);
  }

  @Test
  void beginBehindAllThatTheShopperRefused() {
    TestShop shop = new TestShop();
    for (int i = 0; i < 320; i++) {
      shop.product("wlk-no-" + i, "Walked Deep", "Wlk Refused");
    }
    shop.priced("wlk-yes", "Walked Deep", "30.00 USD", "", "", 5).open();
    GraphQl shopper = GraphQl.visitor("wlk-deep");
    shopper.ask(
        "mutation { notInterested(subject: \"gid://attune/Brand/Wlk Refused\") { known } }");
    String list = LIST.replace("walked-through", "walked-deep").formatted(50, "");
    JsonPath answer = shopper.ask(list);
    assertThat(answer.getList("data.category.products.nodes.handle"))
        .as(answer.prettify())
        .containsExactly("the-wlk-yes-thing");
    assertThat(answer.getBoolean("data.category.products.pageInfo.hasNextPage")).isFalse();
  }

  @Test
  void areTakenUpByAnotherReplica() {
    GraphQl shopper = GraphQl.visitor("wlk-replica");
    Page first = page(shopper, 50, "");
    price(i -> 600 - i);
    walks.forget(first.decision());
    Page second = page(shopper, 50, first.behind());
    assertThat(second.handles()).isEqualTo(handles(50, 100));
    assertThat(page(shopper, 50, second.behind()).handles()).isEqualTo(handles(100, 150));
  }

  @Test
  void areNotForSomebodyElseWhoHasTheirLink() {
    Page first = page(GraphQl.visitor("wlk-owner"), 50, "");
    price(i -> i < 100 ? 200 - i : 1000 + i);
    Page theirs = page(GraphQl.visitor("wlk-stranger"), 49, first.behind());
    List<String> asTheListIs = handles(0, 49);
    Collections.reverse(asTheListIs);
    assertThat(theirs.handles()).isEqualTo(asTheListIs);
    assertThat(theirs.decision()).isNotEqualTo(first.decision());
    GraphQl objecting = GraphQl.visitor("wlk-owner").with("Sec-GPC", "1");
    assertThat(page(objecting, 49, first.behind()).handles()).isEqualTo(asTheListIs);
    assertThat(page(GraphQl.visitor("wlk-owner"), 50, first.behind()).handles())
        .isEqualTo(handles(50, 100));
  }
}
