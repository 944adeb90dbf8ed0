package dev.attune.graphql.merchant.collection;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** A collection as a merchant writes it. */
@Input("CollectionInput")
@Description("Products that a merchant puts together, to be shown as one thing.")
@SuppressWarnings("NullAway.Init")
public class CollectionInput {
  @Id @NonNull public String id;

  @NonNull
  @Description("What paths of the storefront call it; no other collection has it.")
  public String handle;

  @NonNull public String title;

  @Id
  @NonNull
  @Description("Global ids of 1 to 1,000 products, in the order in which they are shown.")
  public List<@NonNull String> products;
}
