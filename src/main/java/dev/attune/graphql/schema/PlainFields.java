package dev.attune.graphql.schema;

import io.quarkus.runtime.ImageMode;
import io.smallrye.graphql.schema.model.Field;
import io.smallrye.graphql.schema.model.Reference;
import io.smallrye.graphql.schema.model.ReferenceType;
import io.smallrye.graphql.schema.model.Type;
import io.smallrye.graphql.schema.model.Wrapper;
import io.smallrye.graphql.spi.DataFetcherService;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads fields that only hand on what a view holds by a {@link PlainField}. Whatever has to be
 * adapted, formatted or unwrapped, and everything in a native executable, which makes no code at
 * run time, is left to the engine's own fetcher.
 */
public final class PlainFields implements DataFetcherService {
  private static final int BEFORE_OTHERS = 0;

  /** What the engine calls by its box and hands on as it is. */
  private static final Map<String, String> PRIMITIVES =
      Map.of("int", "java.lang.Integer", "boolean", "java.lang.Boolean");

  @Override
  public Integer getPriority() {
    return BEFORE_OTHERS;
  }

  @Override
  public @Nullable PlainField getFieldDataFetcher(Field field, Type type, Reference owner) {
    return isPlain(field) && !ImageMode.current().isNativeImage()
        ? new PlainField(owner.getClassName(), field.getMethodName())
        : null;
  }

  private static boolean isPlain(Field field) {
    Reference reference = field.getReference();
    return field.getMethodName() != null
        && !field.hasTransformation()
        && !field.isAdaptingTo()
        && !field.isAdaptingWith()
        && !reference.isAdaptingTo()
        && !reference.isAdaptingWith()
        && (!field.hasWrapper() || isList(field.getWrapper()))
        && (reference.getType() != ReferenceType.SCALAR || isSame(reference));
  }

  private static boolean isList(Wrapper wrapper) {
    return wrapper.isCollection() && !wrapper.hasWrapper();
  }

  private static boolean isSame(Reference scalar) {
    String engine = scalar.getGraphQLClassName();
    return scalar.getClassName().equals(engine)
        || engine.equals(PRIMITIVES.get(scalar.getClassName()));
  }
}
