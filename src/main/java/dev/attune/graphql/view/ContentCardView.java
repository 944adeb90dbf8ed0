package dev.attune.graphql.view;

import dev.attune.decision.DecisionContext;
import dev.attune.graphql.schema.Node;
import dev.attune.merchandising.Guide;
import dev.attune.platform.id.GlobalId;
import dev.attune.platform.id.NodeType;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

@Name("ContentCard")
public record ContentCardView(
    @NonNull @Id String id,
    @NonNull String title,
    @Nullable String text,
    @Nullable Image image,
    @NonNull Link link)
    implements Node {
  public static ContentCardView of(Guide guide, DecisionContext page) {
    return new ContentCardView(
        new GlobalId(NodeType.CONTENT_CARD, guide.id()).toString(),
        guide.title(),
        guide.text(),
        Image.ofUrl(guide.image(), guide.title()),
        Link.to(guide.link(), page));
  }

  @Override
  @NonNull
  @Id
  public String getId() {
    return id;
  }
}
