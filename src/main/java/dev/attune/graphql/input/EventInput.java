package dev.attune.graphql.input;

import dev.attune.graphql.schema.Decimal;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** An event as a storefront tells it. */
@Input("EventInput")
@SuppressWarnings("NullAway.Init")
public class EventInput {
  @Id
  @NonNull
  @Description("The client's own id: the same id is the same event, however often it is sent.")
  public String messageId;

  @NonNull public EventTypeInput type;

  @Description("When it happened; sentAt corrects a wrong client clock.")
  public @Nullable OffsetDateTime timestamp;

  public @Nullable OffsetDateTime sentAt;
  @Id public @Nullable String product;
  public @Nullable String sku;
  @Id public @Nullable String category;
  public @Nullable Integer quantity;
  public @Nullable Decimal price;
  public @Nullable String currency;
  public @Nullable String query;
  public @Nullable List<@NonNull ProductFilterInput> filters;
  @Id public @Nullable String orderId;
  public @Nullable List<@NonNull OrderLineInput> lines;
  public @Nullable Decimal revenue;
  public @Nullable Decimal discount;
  public @Nullable String coupon;
  @Id public @Nullable String decisionId;
  public @Nullable Integer position;
  public @Nullable PageContextInput context;
}
