package dev.attune.graphql.merchant.segment;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** A segment as a merchant writes it. */
@Input("SegmentInput")
@SuppressWarnings("NullAway.Init")
public class SegmentInput {
  @Id @NonNull public String id;
  @NonNull public String title;

  @NonNull
  @Description("CEL over shopper.*, such as shopper.orders_365d >= 3.")
  public String condition;
}
