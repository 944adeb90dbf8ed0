package dev.attune.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.GraphQl;
import dev.attune.TestShop;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** Searches of markets and languages beside the shop's own. */
@QuarkusTest
class SearchInEveryMarketTest {
  @Test
  void findWhatWasImportedAMomentAgo() {
    new TestShop().product("em-zorbles", "Every Market", "Emma").open();
    assertThat(foundInDutch("zorbles")).isEqualTo(1);
    new TestShop().product("em-frimbles", "Every Market", "Emma").open();
    assertThat(foundInDutch("frimbles")).isEqualTo(1);
    assertThat(foundInDutch("zorbles")).isEqualTo(1);
  }

  private static int foundInDutch(String query) {
    return GraphQl.nobody()
        .ask("{ search(query: \"" + query + "\", context: {locale: \"nl\"}) { totalCount } }")
        .getInt("data.search.totalCount");
  }
}
