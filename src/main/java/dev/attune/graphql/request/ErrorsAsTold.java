package dev.attune.graphql.request;

import graphql.GraphQL;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.SubscriptionExecutionStrategy;
import io.smallrye.graphql.spi.EventingService;
import org.jspecify.annotations.Nullable;

/** Gives errors of all fields, those of subscriptions too, the form that {@link Refusals} has. */
public final class ErrorsAsTold implements EventingService {
  @Override
  public @Nullable String getConfigKey() {
    return null; // always on
  }

  @Override
  public GraphQL.Builder beforeGraphQLBuild(GraphQL.Builder builder) {
    DataFetcherExceptionHandler refusals = new Refusals();
    return builder
        .defaultDataFetcherExceptionHandler(refusals)
        .subscriptionExecutionStrategy(new SubscriptionExecutionStrategy(refusals));
  }
}
