package dev.attune.graphql.experiments;

import static dev.attune.graphql.merchant.Merchants.require;

import dev.attune.experiments.metric.Attribution.Period;
import dev.attune.experiments.ready.Readiness;
import dev.attune.experiments.report.Returns;
import dev.attune.graphql.merchant.Merchants;
import dev.attune.graphql.request.Languages;
import dev.attune.platform.money.Money;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.jspecify.annotations.Nullable;

/** What personalization returns, and whether the shop is ready for more of it. */
@GraphQLApi
public class ReturnApi {
  private static final Duration USUAL = Duration.ofDays(28);
  private static final Duration LONGEST = Duration.ofDays(400);

  private final Merchants merchants;
  private final Returns returns;
  private final Readiness readiness;
  private final Clock clock;
  private final String currency;

  ReturnApi(
      Merchants merchants,
      Returns returns,
      Readiness readiness,
      Clock clock,
      @ConfigProperty(name = "attune.catalog.currency", defaultValue = "USD") String currency) {
    this.merchants = merchants;
    this.returns = returns;
    this.readiness = readiness;
    this.clock = clock;
    this.currency = currency;
  }

  @Query
  @NonNull
  @Description(
      "What each part of the shop led to, what it cost and what holding it back from some shoppers"
          + " showed; of the last 28 days unless said otherwise. For operators.")
  public Uni<ReturnView> returnByUseCase(
      @Nullable OffsetDateTime from,
      @Nullable OffsetDateTime to,
      @DefaultValue("7") @Description("How long a purchase belongs to a decision.")
          @Nullable Integer windowDays,
      @Description("ISO 4217; the shop's own unless said otherwise.") @Nullable String money) {
    return merchants.asking(
        () -> returns.of(period(from, to, windowDays, money)).map(ReturnView::of));
  }

  private Period period(
      @Nullable OffsetDateTime from,
      @Nullable OffsetDateTime to,
      @Nullable Integer windowDays,
      @Nullable String money) {
    Instant until = to == null ? clock.instant() : to.toInstant();
    Instant since = from == null ? until.minus(USUAL) : from.toInstant();
    int window = windowDays == null ? 7 : windowDays;
    String code = money == null ? currency : money;
    require(
        since.isBefore(until) && Duration.between(since, until).compareTo(LONGEST) <= 0,
        "from",
        "A period ends after it starts and has 400 days at most");
    require(window >= 1 && window <= 90, "windowDays", "A window is 1 to 90 days");
    Optional<Currency> known = Money.currency(code);
    require(known.isPresent(), "money", "'" + code + "' is no ISO 4217 currency");
    return new Period(since, until, window, known.get().getCurrencyCode());
  }

  @Query
  @NonNull
  @Description(
      "Whether the ground is laid: clean data, connected identity, one proven use case, merchants who"
          + " can intervene, consent of one's own. For operators.")
  public Uni<List<@NonNull ReadinessView>> readiness(
      @DefaultValue("en") @Description("Of the sentences, BCP 47.") @Nullable String locale) {
    Locale words = Languages.of(locale == null ? "en" : locale);
    return merchants.asking(
        () ->
            readiness
                .now()
                .map(all -> all.stream().map(one -> ReadinessView.of(one, words)).toList()));
  }
}
