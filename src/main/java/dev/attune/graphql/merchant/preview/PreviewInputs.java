package dev.attune.graphql.merchant.preview;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** Who looks at a preview, and at which page. */
public final class PreviewInputs {
  private PreviewInputs() {}

  /** Who looks. */
  @Input("PreviewShopperInput")
  @Description("Whose eyes to look with, exactly one; nobody in particular without it.")
  public static class PreviewShopperInput {
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
  }

  /** A shopper who does not exist. */
  @Input("MadeUpShopperInput")
  @Description("A shopper who does not exist.")
  public static class MadeUpShopperInput {
    @Description("Orders so far, each a day after the one before, the last one yesterday.")
    public @Nullable Integer orders;

    @Description("Handles, the most loved first.")
    public @Nullable List<@NonNull String> categories;

    @Description("The most loved first.")
    public @Nullable List<@NonNull String> brands;

    @Id public @Nullable List<@NonNull String> viewed;
    @Id public @Nullable List<@NonNull String> bought;
    @Id public @Nullable List<@NonNull String> cart;
  }

  /** Which page. */
  @Input("PreviewPageInput")
  @Description("Which page, exactly one.")
  public static class PreviewPageInput {
    public @Nullable Boolean home;

    @Description("A category's handle.")
    public @Nullable String category;

    @Description("What is searched for.")
    public @Nullable String search;

    @Id public @Nullable String product;
  }
}
