package dev.attune.graphql.view;

import dev.attune.decision.DecisionContext;
import dev.attune.graphql.schema.Node;
import dev.attune.merchandising.ProductCollection;
import dev.attune.platform.id.GlobalId;
import dev.attune.platform.id.NodeType;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;

/** A merchant's collection, on the page it is asked for. */
@Name("Collection")
public final class CollectionView implements Node {
  private final ProductCollection collection;
  private final DecisionContext page;

  public CollectionView(ProductCollection collection, DecisionContext page) {
    this.collection = collection;
    this.page = page;
  }

  @Ignore
  public ProductCollection collection() {
    return collection;
  }

  @Ignore
  public DecisionContext page() {
    return page;
  }

  @Override
  @NonNull
  @Id
  public String getId() {
    return new GlobalId(NodeType.COLLECTION, collection.id()).toString();
  }

  @NonNull
  public String getHandle() {
    return collection.handle();
  }

  @NonNull
  public String getTitle() {
    return collection.title();
  }
}
