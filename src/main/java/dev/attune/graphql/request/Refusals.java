package dev.attune.graphql.request;

import dev.attune.merchandising.condition.BadExpression;
import dev.attune.platform.error.AttuneException;
import dev.attune.platform.error.ErrorCode;
import dev.attune.platform.error.StaleVersion;
import graphql.ExceptionWhileDataFetching;
import graphql.GraphQLError;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.DataFetcherExceptionHandlerParameters;
import graphql.execution.DataFetcherExceptionHandlerResult;
import io.quarkus.logging.Log;
import io.smallrye.graphql.execution.error.ExceptionHandler;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Tells clients what was refused: the code, and of field, column and versions those that there are.
 * The engine's own extensions of an error cannot be left out, they would be null.
 */
final class Refusals implements DataFetcherExceptionHandler {
  private final DataFetcherExceptionHandler engine = new ExceptionHandler();

  @Override
  public CompletableFuture<DataFetcherExceptionHandlerResult> handleException(
      DataFetcherExceptionHandlerParameters failed) {
    return engine
        .handleException(failed)
        .thenApply(
            result ->
                DataFetcherExceptionHandlerResult.newResult()
                    .errors(result.getErrors().stream().map(Refusals::told).toList())
                    .build());
  }

  private static GraphQLError told(GraphQLError error) {
    return error instanceof ExceptionWhileDataFetching failure
        ? GraphQLError.newError()
            .message(failure.getMessage())
            .locations(failure.getLocations())
            .path(failure.getPath())
            .errorType(failure.getErrorType())
            .extensions(extensions(failure.getException()))
            .build()
        : error;
  }

  private static Map<String, Object> extensions(Throwable failure) {
    Map<String, Object> extensions = new LinkedHashMap<>();
    if (!(failure instanceof AttuneException refused)) {
      Log.errorf(failure, "A request failed: %s", failure.getMessage());
      extensions.put("code", ErrorCode.INTERNAL.name());
      return extensions;
    }
    extensions.put("code", refused.code().name());
    if (refused.rejection().field() != null) {
      extensions.put("field", refused.rejection().field());
    }
    if (failure instanceof BadExpression wrong) {
      extensions.put("column", wrong.column());
    }
    if (failure instanceof StaleVersion stale) {
      extensions.put("expectedVersion", stale.expected());
      extensions.put("presentVersion", stale.present());
    }
    return extensions;
  }
}
