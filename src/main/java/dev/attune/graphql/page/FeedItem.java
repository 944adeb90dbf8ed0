package dev.attune.graphql.page;

import org.eclipse.microprofile.graphql.Name;

/** One card of the feed. */
@io.smallrye.graphql.api.Union
@Name("FeedItem")
public interface FeedItem {}
