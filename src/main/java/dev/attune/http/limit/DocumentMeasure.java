package dev.attune.http.limit;

import graphql.language.Directive;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Measures a document with its fragments spread out, each fragment once, so that the measuring
 * takes time in proportion to the document, whatever it spreads to. A fragment inside itself counts
 * nothing: validation refuses it.
 */
final class DocumentMeasure {
  /** Beyond every limit, and far from overflow. */
  private static final int ENOUGH = 1_000_000;

  private static final Size NOTHING = new Size(0, 0, 0, 0, 0);

  private final Map<String, FragmentDefinition> definitions = new HashMap<>();
  private final Map<String, Size> measured = new HashMap<>();
  private final Set<String> open = new HashSet<>();

  /**
   * The size of a selection, or of a document's largest operation.
   *
   * @param introspectionDepth of what is under {@code __schema} and {@code __type}
   * @param fields of the selection itself, those of the root for a document
   */
  record Size(int depth, int introspectionDepth, int aliases, int directives, int fields) {
    /** Side by side. */
    private Size and(Size other) {
      return new Size(
          Math.max(depth, other.depth),
          Math.max(introspectionDepth, other.introspectionDepth),
          Math.min(ENOUGH, aliases + other.aliases),
          Math.min(ENOUGH, directives + other.directives),
          Math.min(ENOUGH, fields + other.fields));
    }

    private Size or(Size other) {
      return new Size(
          Math.max(depth, other.depth),
          Math.max(introspectionDepth, other.introspectionDepth),
          Math.max(aliases, other.aliases),
          Math.max(directives, other.directives),
          Math.max(fields, other.fields));
    }
  }

  private DocumentMeasure(Document document) {
    for (FragmentDefinition fragment : document.getDefinitionsOfType(FragmentDefinition.class)) {
      definitions.putIfAbsent(fragment.getName(), fragment);
    }
  }

  static Size of(Document document) {
    DocumentMeasure measure = new DocumentMeasure(document);
    Size largest = NOTHING;
    for (OperationDefinition operation : document.getDefinitionsOfType(OperationDefinition.class)) {
      largest =
          largest.or(
              directives(operation.getDirectives())
                  .and(measure.selection(operation.getSelectionSet())));
    }
    for (String fragment : measure.definitions.keySet()) {
      Size size = measure.fragment(fragment);
      largest = largest.or(new Size(0, 0, size.aliases(), size.directives(), 0));
    }
    return largest;
  }

  private Size selection(@Nullable SelectionSet set) {
    Size size = NOTHING;
    if (set != null) {
      for (Selection<?> selection : set.getSelections()) {
        size = size.and(one(selection));
      }
    }
    return size;
  }

  private Size one(Selection<?> selection) {
    if (selection instanceof Field field) {
      return field(field);
    }
    if (selection instanceof InlineFragment inline) {
      return directives(inline.getDirectives()).and(selection(inline.getSelectionSet()));
    }
    FragmentSpread spread = (FragmentSpread) selection;
    return directives(spread.getDirectives()).and(fragment(spread.getName()));
  }

  private Size field(Field field) {
    Size inside = selection(field.getSelectionSet());
    boolean introspection = field.getName().equals("__schema") || field.getName().equals("__type");
    int deep = Math.max(inside.depth(), introspection ? inside.introspectionDepth() : 0) + 1;
    return new Size(
        introspection ? 1 : deep,
        introspection ? deep : inside.introspectionDepth(),
        Math.min(ENOUGH, inside.aliases() + (field.getAlias() == null ? 0 : 1)),
        Math.min(ENOUGH, inside.directives() + field.getDirectives().size()),
        1);
  }

  private Size fragment(String name) {
    Size known = measured.get(name);
    FragmentDefinition definition = definitions.get(name);
    if (known != null || definition == null || !open.add(name)) {
      return known == null ? NOTHING : known;
    }
    Size size = directives(definition.getDirectives()).and(selection(definition.getSelectionSet()));
    open.remove(name);
    measured.put(name, size);
    return size;
  }

  private static Size directives(List<Directive> directives) {
    return new Size(0, 0, 0, directives.size(), 0);
  }
}
