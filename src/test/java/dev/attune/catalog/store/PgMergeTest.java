package dev.attune.catalog.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PgMergeTest extends ScratchImports {
  @Test
  void rejectsTheSecondRowOfAnIdAndNamesTheFirst() throws SQLException {
    assertThat(delta(row("a", "Lamp"), row("b", "Chair"), row("a", "Other"), row("a", "Third")))
        .isEqualTo(new ImportSummary(4, 2, 0, 2, 0, 0));

    assertThat(rejected).containsExactly("4 DUPLICATE_ID id", "5 DUPLICATE_ID id");
    assertThat(scratch.texts("select title from variant where id = 'a'")).containsExactly("Lamp");
  }

  @Test
  void groupsVariantsThatStandFarApart() throws SQLException {
    List<String> rows = new ArrayList<>(Arrays.asList(rows(50)));
    rows.add(0, row("g-1", "Chair - Oat", "group"));
    rows.add(row("g-2", "Chair - Moss", "group"));
    delta(rows.toArray(String[]::new));

    assertThat(scratch.texts("select id from variant where product_id = 'group' order by position"))
        .containsExactly("g-1", "g-2");
    assertThat(live()).hasSize(51);
  }

  @Test
  void archivesAProductWithItsLastVariantOnly() throws SQLException {
    String other = row("other", "Other");
    full(false, row("g-1", "A", "group"), row("g-2", "B", "group"), other);

    assertThat(full(false, row("g-2", "B", "group"), other).archived()).isEqualTo(1);
    assertThat(live()).containsExactly("group", "other");

    assertThat(full(true, row("g-2", "B", "elsewhere"), other).stored()).isEqualTo(1);
    assertThat(live()).containsExactly("elsewhere", "other");
  }

  @Test
  void givesEveryProductAHandleOfItsOwnAndKeepsIt() throws SQLException {
    delta(
        linked("1", "Lamp", "https://shop.example/p/my-lamp.html?x=1"),
        linked("2", "Lamp", "https://shop.example/p/2"),
        linked("3", "Lamp", "https://shop.example/p/shared"),
        linked("4", "Chair", "https://shop.example/p/shared"),
        linked("5", "Lamp 3", ""),
        linked("6", "★", ""));
    delta(linked("7", "My lamp", ""), linked("1", "Other lamp", "/p/renamed"));

    assertThat(scratch.texts("select handle from product order by id"))
        .startsWith("my-lamp", "lamp")
        .contains("chair", "product", "my-lamp-7", "lamp-3")
        .doesNotHaveDuplicates()
        .hasSize(7);
  }

  @Test
  void buildsTheCategoryTreeInOrderOfAppearance() throws SQLException {
    delta(
        "1\tA\t\t\t\tHome > Lighting > Pendants\n",
        "2\tB\t\t\t\tGarden\n",
        "3\tC\t\t\t\tHome > Chairs\n",
        "4\tD\t\t\t\thome > LIGHTING\n");

    assertThat(scratch.texts("select id from category order by position"))
        .containsExactly(
            "home", "home-lighting", "home-lighting-pendants", "garden", "home-chairs");
    assertThat(scratch.texts("select path::text from category where id = 'home-lighting'"))
        .containsExactly("{Home,Lighting}");
  }
}
