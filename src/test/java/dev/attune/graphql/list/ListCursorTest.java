package dev.attune.graphql.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.attune.platform.error.AttuneException;
import dev.attune.platform.error.ErrorCode;
import org.junit.jupiter.api.Test;

class ListCursorTest {
  private static final String QUERY = ListCursor.query("search", "tea", null);

  private static ErrorCode refused(String text, String query) {
    return catchThrowableOfType(
            AttuneException.class, () -> ListCursor.parse(text).requireOf(query))
        .rejection()
        .code();
  }

  @Test
  void comesBackAsItWas() {
    ListCursor cursor = new ListCursor(QUERY, "d-1", 23, "sku:with:colons");
    assertThat(ListCursor.parse(cursor.text())).isEqualTo(cursor);
  }

  @Test
  void isRefusedByAnotherQueryAndWhenItIsNone() {
    String text = new ListCursor(QUERY, "d-1", 23, "a").text();
    assertThat(refused(text, ListCursor.query("search", "pots", null)))
        .isEqualTo(ErrorCode.INVALID_CURSOR);
    assertThat(refused("!", QUERY)).isEqualTo(ErrorCode.INVALID_CURSOR);
    assertThat(refused("", QUERY)).isEqualTo(ErrorCode.INVALID_CURSOR);
    assertThat(refused("a".repeat(5_000), QUERY)).isEqualTo(ErrorCode.INVALID_CURSOR);
  }
}
