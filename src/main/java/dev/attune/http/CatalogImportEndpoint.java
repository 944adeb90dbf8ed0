package dev.attune.http;

import dev.attune.catalog.MarketSettings;
import dev.attune.catalog.feed.FeedMoney;
import dev.attune.catalog.feed.Slug;
import dev.attune.catalog.feed.text.Quoted;
import dev.attune.catalog.store.CatalogImporter;
import dev.attune.catalog.store.Format;
import dev.attune.catalog.store.ImportSummary;
import dev.attune.catalog.store.Mode;
import dev.attune.platform.error.AttuneException;
import dev.attune.platform.error.ErrorCode;
import dev.attune.platform.money.Money;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /v1/catalog/import?format=google|shopify|jsonl&mode=delta|full&force=true|false}:
 * takes a feed of any length, packed with gzip or not, and answers with lines of JSON while it
 * reads. {@code currency=USD} is what amounts without a currency are in, by default {@code
 * attune.catalog.currency}.
 */
@Path("/v1/catalog/import")
class CatalogImportEndpoint {
  private final CatalogImporter importer;
  private final String shopsCurrency;
  private final Map<String, FeedMoney.OfMarket> markets;

  @Inject
  CatalogImportEndpoint(
      CatalogImporter importer,
      @ConfigProperty(name = "attune.catalog.currency", defaultValue = "USD") String currency,
      MarketSettings markets) {
    this.importer = importer;
    this.shopsCurrency = currency;
    this.markets = markets(markets);
  }

  /** What is wrong before the first row is an HTTP error; later the last line says it. */
  @POST
  @Blocking
  @RolesAllowed("attune-secret")
  @Consumes(MediaType.WILDCARD)
  public Response load(
      @QueryParam("format") @DefaultValue("") String format,
      @QueryParam("mode") @DefaultValue("delta") String mode,
      @QueryParam("force") @DefaultValue("false") String force,
      @QueryParam("currency") @DefaultValue("") String currency,
      InputStream body) {
    String code = currency.isEmpty() ? shopsCurrency : currency;
    Optional<Currency> money = Money.currency(code);
    if (money.isEmpty()) {
      String message = "The currency is an ISO 4217 code, USD, not " + Quoted.of(code);
      return refusal(ErrorCode.INVALID_CURRENCY, "currency", message);
    }
    Optional<Format> known = Format.parse(format, new FeedMoney(money.get(), markets));
    Optional<Mode> how = Mode.parse(mode);
    if (known.isEmpty()) {
      return refusal(ErrorCode.UNKNOWN_FORMAT, "format", "The format is google, shopify or jsonl");
    }
    if (how.isEmpty()) {
      return refusal(ErrorCode.INVALID_VALUE, "mode", "The mode is delta or full");
    }
    if (!force.equals("true") && !force.equals("false")) {
      return refusal(ErrorCode.INVALID_VALUE, "force", "Force is true or false");
    }
    boolean forced = force.equals("true");
    StreamingOutput answer = out -> answer(out, body, known.get(), how.get(), forced);
    return Response.ok(answer, CatalogImportAnswer.NDJSON).build();
  }

  private static Map<String, FeedMoney.OfMarket> markets(MarketSettings settings) {
    Map<String, FeedMoney.OfMarket> markets = new HashMap<>();
    settings
        .markets()
        .forEach(
            (name, market) ->
                market
                    .currency()
                    .flatMap(Money::currency)
                    .ifPresent(
                        currency ->
                            markets.put(
                                Slug.handle(name),
                                new FeedMoney.OfMarket(currency, market.country().orElse(null)))));
    return markets;
  }

  private void answer(OutputStream out, InputStream body, Format format, Mode mode, boolean force)
      throws IOException {
    try (CatalogImportAnswer answer = new CatalogImportAnswer(out)) {
      try {
        ImportSummary summary = importer.run(body, format, mode, force, answer);
        answer.done(summary);
      } catch (AttuneException failed) {
        if (!answer.begun()) {
          throw new WebApplicationException(CatalogImportAnswer.error(failed.rejection()));
        }
        answer.failed(failed.rejection());
      }
    }
  }

  private static Response refusal(ErrorCode code, @Nullable String field, String message) {
    return CatalogImportAnswer.error(new AttuneException(code, field, message).rejection());
  }
}
