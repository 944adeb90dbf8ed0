package dev.attune.graphql.merchant.preview;

import dev.attune.graphql.schema.Decimal;
import java.util.List;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** Who looks. */
@Input("PreviewShopperInput")
@Description("Whose eyes to look with, exactly one; nobody in particular without it.")
public class PreviewShopperInput {
  @Id
  @Description("Somebody of whom no more is known than that they are in this segment.")
  public @Nullable String segment;

  @Id
  @Description("A real customer, by the shop's own id, as they were then. For admins.")
  public @Nullable String customer;

  @Id
  @Description("A real visitor, as they were then. For admins.")
  public @Nullable String visitor;

  public @Nullable MadeUpShopperInput madeUp;

  /** A shopper who does not exist. */
  @Input("MadeUpShopperInput")
  @Description("A shopper who does not exist.")
  public static class MadeUpShopperInput {
    @Description("Orders so far, each a day after the one before, the last one yesterday.")
    public @Nullable Integer orders;

    @Description("So many of them, the last ones, with a discount or a coupon.")
    public @Nullable Integer reducedOrders;

    @Description("What all orders came to together.")
    public @Nullable Decimal spent;

    @DefaultValue("USD")
    @Description("ISO 4217, of what was spent.")
    public @Nullable String currency;

    @Description("Handles, the most loved first.")
    public @Nullable List<@NonNull String> categories;

    @Description("The most loved first.")
    public @Nullable List<@NonNull String> brands;

    @Id public @Nullable List<@NonNull String> viewed;
    @Id public @Nullable List<@NonNull String> bought;
    @Id public @Nullable List<@NonNull String> cart;
  }
}
