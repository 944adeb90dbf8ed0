package dev.attune.graphql.schema;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.LightDataFetcher;
import io.smallrye.graphql.execution.datafetcher.PlugableDataFetcher;
import io.smallrye.graphql.spi.ClassloadingService;
import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Calls one method of a view, without what the engine makes for each value otherwise: an
 * environment, a context, a reflective call.
 */
final class PlainField implements PlugableDataFetcher<Object>, LightDataFetcher<Object> {
  private final String owner;
  private final String method;
  private volatile @Nullable Function<Object, Object> getter;

  /**
   * @param owner the class or interface whose method it is
   * @param method public, without parameters
   */
  PlainField(String owner, String method) {
    this.owner = owner;
    this.method = method;
  }

  @Override
  public @Nullable Object get(
      GraphQLFieldDefinition definition,
      Object source,
      Supplier<DataFetchingEnvironment> environment) {
    return getter().apply(source);
  }

  @Override
  public @Nullable Object get(DataFetchingEnvironment environment) {
    return getter().apply(environment.getSource());
  }

  /** Made at the first use: the schema is built before the application's classes are all there. */
  private Function<Object, Object> getter() {
    @Nullable Function<Object, Object> made = getter;
    if (made == null) {
      made = make();
      getter = made;
    }
    return made;
  }

  @SuppressWarnings("unchecked")
  private Function<Object, Object> make() {
    Class<?> type = ClassloadingService.get().loadClass(owner);
    try {
      MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(type, MethodHandles.lookup());
      MethodHandle called = lookup.unreflect(type.getMethod(method));
      MethodType function = MethodType.methodType(Object.class, Object.class);
      return (Function<Object, Object>)
          LambdaMetafactory.metafactory(
                  lookup,
                  "apply",
                  MethodType.methodType(Function.class),
                  function,
                  called,
                  called.type().wrap())
              .getTarget()
              .invoke();
    } catch (Throwable unreadable) {
      throw new IllegalStateException(owner + " has no readable " + method, unreadable);
    }
  }
}
