package dev.attune.http.shelf;

import dev.attune.catalog.shelf.PriceLine;
import dev.attune.catalog.shelf.Shelf;
import dev.attune.catalog.shelf.Shelf.Outcome;
import dev.attune.catalog.shelf.StockLine;
import dev.attune.platform.money.ShopCurrency;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Currency;

/**
 * {@code POST /v1/catalog/stock} and {@code /v1/catalog/price}: a JSON array of lines, an object
 * with {@code items}, or one object a line, gzip allowed. A bad line is rejected by its number,
 * from 1; the others are stored together, in one statement. Answered like an import, once this
 * process shows them.
 */
@Path("/v1/catalog")
class ShelfEndpoint {
  private final Shelf shelf;
  private final Currency currency;

  @Inject
  ShelfEndpoint(Shelf shelf, ShopCurrency currency) {
    this.shelf = shelf;
    this.currency = currency.get();
  }

  /** {@code {"sku":"…","quantity":5}}, with {@code availability} where it is not told by that. */
  @POST
  @Path("stock")
  @Blocking
  @RolesAllowed("attune-secret")
  @Consumes(MediaType.WILDCARD)
  public Response stock(InputStream body) {
    ShelfBatch<StockLine> batch = ShelfBatch.of(body, ShelfLine::stock);
    Outcome outcome = shelf.stock(batch.lines());
    return batch.answer(outcome, StockLine::sku);
  }

  /**
   * {@code {"sku":"…","price":"12.50","currency":"EUR"}}, with {@code country}, {@code salePrice},
   * {@code saleFrom} and {@code saleUntil} where wanted; without a currency in the shop's own.
   */
  @POST
  @Path("price")
  @Blocking
  @RolesAllowed("attune-secret")
  @Consumes(MediaType.WILDCARD)
  public Response price(InputStream body) {
    ShelfBatch<PriceLine> batch = ShelfBatch.of(body, line -> ShelfLine.price(line, currency));
    Outcome outcome = shelf.prices(batch.lines());
    return batch.answer(outcome, PriceLine::sku);
  }
}
