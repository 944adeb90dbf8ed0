package dev.attune.graphql.request;

import dev.attune.graphql.input.PageContextInput;
import dev.attune.platform.error.AttuneException;
import dev.attune.platform.error.ErrorCode;
import graphql.language.Argument;
import graphql.language.EnumValue;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.ObjectField;
import graphql.language.ObjectValue;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.language.VariableReference;
import graphql.schema.DataFetchingEnvironment;
import io.smallrye.graphql.api.Context;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The one page context that an operation names, wherever in it that stands. */
public final class OperationContext {
  private static final String CONTEXT = "context";

  private OperationContext() {}

  /**
   * The context that the operation's root fields name, or an empty one.
   *
   * @throws AttuneException CONTEXT_CONFLICT when they name two different ones
   */
  public static PageContextInput of(Context operation) {
    return of(operation, Map.of());
  }

  /**
   * The context that the operation's root fields name, else this one.
   *
   * @param otherwise by the names of PageContext
   * @throws AttuneException CONTEXT_CONFLICT when they name two different ones
   */
  static PageContextInput of(Context operation, Map<?, ?> otherwise) {
    DataFetchingEnvironment environment = operation.unwrap(DataFetchingEnvironment.class);
    Set<Map<String, Object>> contexts = new LinkedHashSet<>();
    collect(environment.getOperationDefinition().getSelectionSet(), environment, contexts);
    if (contexts.size() > 1) {
      throw new AttuneException(
          ErrorCode.CONTEXT_CONFLICT, CONTEXT, "One operation is about one page: one context");
    }
    return input(contexts.isEmpty() ? strings(otherwise) : contexts.iterator().next());
  }

  private static void collect(
      SelectionSet selections,
      DataFetchingEnvironment environment,
      Set<Map<String, Object>> contexts) {
    for (Selection<?> selection : selections.getSelections()) {
      if (selection instanceof Field field) {
        for (Argument argument : field.getArguments()) {
          Object value = plain(argument.getValue(), environment);
          if (argument.getName().equals(CONTEXT) && value instanceof Map<?, ?> map) {
            contexts.add(strings(map));
          }
        }
      } else if (selection instanceof InlineFragment fragment) {
        collect(fragment.getSelectionSet(), environment, contexts);
      } else if (selection instanceof FragmentSpread spread) {
        FragmentDefinition fragment =
            Objects.requireNonNull(environment.getFragmentsByName().get(spread.getName()));
        collect(fragment.getSelectionSet(), environment, contexts);
      }
    }
  }

  private static @Nullable Object plain(
      @Nullable Value<?> value, DataFetchingEnvironment environment) {
    if (value instanceof VariableReference reference) {
      return environment.getVariables().get(reference.getName());
    }
    if (value instanceof ObjectValue object) {
      Map<String, @Nullable Object> map = new LinkedHashMap<>();
      for (ObjectField field : object.getObjectFields()) {
        map.put(field.getName(), plain(field.getValue(), environment));
      }
      return map;
    }
    if (value instanceof StringValue text) {
      return text.getValue();
    }
    return value instanceof EnumValue name ? name.getName() : null;
  }

  private static Map<String, Object> strings(Map<?, ?> map) {
    Map<String, Object> clean = new LinkedHashMap<>();
    map.forEach(
        (name, value) -> {
          if (value != null) {
            clean.put(
                String.valueOf(name),
                value instanceof Map<?, ?> inner ? strings(inner) : String.valueOf(value));
          }
        });
    return clean;
  }

  private static PageContextInput input(Map<String, Object> map) {
    PageContextInput input = new PageContextInput();
    input.url = text(map, "url");
    input.referrer = text(map, "referrer");
    input.country = text(map, "country");
    input.currency = text(map, "currency");
    input.locale = text(map, "locale");
    String device = text(map, "device");
    input.device = device == null ? null : device(device);
    if (map.get("campaign") instanceof Map<?, ?> inner) {
      Map<String, Object> campaign = strings(inner);
      PageContextInput.CampaignInput chosen = new PageContextInput.CampaignInput();
      chosen.source = text(campaign, "source");
      chosen.medium = text(campaign, "medium");
      chosen.name = text(campaign, "name");
      chosen.term = text(campaign, "term");
      chosen.content = text(campaign, "content");
      input.campaign = chosen;
    }
    return input;
  }

  private static PageContextInput.Device device(String name) {
    for (PageContextInput.Device device : PageContextInput.Device.values()) {
      if (device.name().equals(name)) {
        return device;
      }
    }
    throw new AttuneException(
        ErrorCode.INVALID_VALUE, "context.device", "'" + name + "' is no device");
  }

  private static @Nullable String text(Map<String, Object> map, String name) {
    return map.get(name) instanceof String text ? text : null;
  }
}
