package dev.attune.profile.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.events.OrderPart;
import dev.attune.events.Signal.Kind;
import dev.attune.profile.Paid;
import dev.attune.profile.fold.Counted;
import dev.attune.profile.fold.Tally;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OrderMoneyTest {
  private long clock;
  private final OrderMoney money = new OrderMoney();

  @Test
  void anOrderToldOfTwiceIsSpentOnce() {
    add(Kind.ORDER, "o1", 1);
    add(Kind.PAID, "USD/o1", 2_000);
    add(Kind.PAID, "USD/o1", 2_000);
    add(Kind.ORDER, "o1", 1);
    add(Kind.ORDER, "o2", 1);
    add(Kind.PAID, "USD/o2", 500);
    assertThat(money.count()).isEqualTo(2);
    assertThat(money.spentMinor()).isEqualTo(Map.of("USD", 2_500L));
  }

  @Test
  void whatWentBackIsNotSpent() {
    add(Kind.ORDER, "a/b", 1);
    add(Kind.PAID, "EUR/a/b", 2_000);
    add(Kind.REFUNDED, "EUR/a/b", 1_500);
    add(Kind.ORDER, "gone", 1);
    add(Kind.PAID, "EUR/gone", 900);
    add(Kind.CANCELLED, "gone", 1);
    assertThat(money.count()).isEqualTo(1);
    assertThat(money.spentMinor()).isEqualTo(Map.of("EUR", 500L));
  }

  @Test
  void anOrderOfWhichAllWentBackIsNone() {
    add(Kind.ORDER, "paid-back", 1);
    add(Kind.PAID, "EUR/paid-back", 2_000);
    add(Kind.REFUNDED, "EUR/paid-back", 500);
    assertThat(money.count()).isEqualTo(1);
    add(Kind.REFUNDED, "EUR/paid-back", 1_500);
    assertThat(money.count()).isZero();

    add(Kind.ORDER, "sent-back", 1);
    add(Kind.PAID, "EUR/sent-back", 3_000);
    part(true, Kind.BUY, 2, "shoe");
    part(true, Kind.BUY, 1, "lace");
    part(true, Kind.RETURN, 1, "lace");
    part(true, Kind.RETURN, 1, "shoe");
    assertThat(money.count()).isEqualTo(1);
    assertThat(money.spentMinor()).isEqualTo(Map.of("EUR", 3_000L));
    part(true, Kind.RETURN, 1, "shoe");
    assertThat(money.count()).isZero();
    assertThat(money.spentMinor()).isEmpty();
    assertThat(money.last(16)).isEmpty();

    add(Kind.ORDER, "free", 1);
    assertThat(money.count()).isEqualTo(1);
  }

  @Test
  void goodsOfAProvenOrderComeBackWithProofAlone() {
    add(Kind.ORDER, "sent-back", 1);
    add(Kind.PROVEN, "ORDER/sent-back", 1);
    part(true, Kind.BUY, 1, "shoe");
    part(false, Kind.RETURN, 1, "shoe");
    assertThat(money.count()).isEqualTo(1);
    part(true, Kind.RETURN, 1, "shoe");
    assertThat(money.count()).isZero();
  }

  @Test
  void whatOlderLogsSayStillCounts() {
    add(Kind.SPEND, "USD", 700);
    assertThat(money.spentMinor()).isEqualTo(Map.of("USD", 700L));
  }

  @Test
  void tellsTheLastOrdersWithWhatTheyAreWorth() {
    add(Kind.ORDER, "one", 1);
    add(Kind.PAID, "USD/one", 500);
    add(Kind.ORDER, "two", 1);
    add(Kind.PAID, "USD/two", 900);
    add(Kind.REFUNDED, "USD/two", 400);
    add(Kind.ORDER, "gone", 1);
    add(Kind.CANCELLED, "gone", 1);
    assertThat(money.last(16))
        .extracting(Paid::minor)
        .containsExactly(Map.of("USD", 500L), Map.of("USD", 500L));
    assertThat(money.last(1)).extracting(Paid::at).containsExactly(Instant.ofEpochMilli(3_000));
  }

  private void part(boolean proven, Kind kind, long quantity, String product) {
    String order = OrderPart.order("sent-back");
    add(Kind.ORDER_PART, new OrderPart(proven, kind, order, quantity, product).text(), 1);
  }

  private void add(Kind kind, String subject, long quantity) {
    money.add(new Counted(kind, subject), new Tally(quantity, clock += 1_000));
  }
}
