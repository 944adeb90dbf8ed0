package dev.attune.graphql.view;

import dev.attune.graphql.schema.Decimal;
import dev.attune.platform.money.Money;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

@Name("Money")
public record MoneyView(@NonNull Decimal amount, @NonNull String currencyCode) {
  public static MoneyView of(Money money) {
    return new MoneyView(Decimal.of(money.amount()), money.currency().getCurrencyCode());
  }

  static @Nullable MoneyView ofNullable(@Nullable Money money) {
    return money == null ? null : of(money);
  }
}
