package dev.attune.search.text.document;

import dev.attune.catalog.Attribute;
import dev.attune.catalog.compact.AttributeRows;
import dev.attune.search.text.vocabulary.Said;
import dev.attune.search.text.vocabulary.TextPart;
import dev.attune.search.text.vocabulary.Vocabulary;
import dev.attune.search.text.vocabulary.Word;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What attributes say, each in words; of those that many products share it is known already. */
final class AttributeWords {
  /** Attributes that name what a product is. */
  private static final Set<String> TYPES = Set.of("product_type", "type");

  private final Vocabulary vocabulary;
  private final KindWords kinds;
  private @Nullable Words[] known = {};

  /**
   * One attribute's.
   *
   * @param said all that is said in {@link TextPart#ATTRIBUTES}
   * @param kinds what it says the product is
   * @param exact the values that may be meant by a name
   */
  record Words(List<Said> said, Word[] kinds, Word[] exact) {}

  AttributeWords(Vocabulary vocabulary, KindWords kinds) {
    this.vocabulary = vocabulary;
    this.kinds = kinds;
  }

  void forget() {
    Arrays.fill(known, null);
  }

  Words of(AttributeRows attributes, int number) {
    if (known.length != attributes.size()) {
      known = new Words[attributes.size()];
    }
    @Nullable Words words = known[number];
    if (words == null) {
      boolean shared = attributes.products(number) > 1;
      words = of(attributes.attribute(number), shared);
      known[number] = shared ? words : null;
    }
    return words;
  }

  Words of(Attribute attribute) {
    return of(attribute, false);
  }

  private Words of(Attribute attribute, boolean shared) {
    List<Said> said = new ArrayList<>();
    List<Word> exact = new ArrayList<>();
    List<Word> kind = new ArrayList<>();
    for (String value : attribute.values()) {
      // that it has "bluetooth: False" must not make it a find for "bluetooth"
      if (!value.equalsIgnoreCase("false") && !value.equalsIgnoreCase("no")) {
        boolean yes = value.equalsIgnoreCase("true") || value.equalsIgnoreCase("yes");
        String text = yes ? attribute.label() : value;
        said.add(shared ? vocabulary.lasting(text) : vocabulary.of(text));
      }
      if (Names.mayBeMeant(attribute.name(), value)) {
        exact.add(vocabulary.exactly(ProductDocument.exact(attribute.name(), value)));
      }
      if (TYPES.contains(attribute.name())) {
        kind.addAll(List.of(kinds.of(value)));
      }
    }
    return new Words(List.copyOf(said), kind.toArray(Word[]::new), exact.toArray(Word[]::new));
  }
}
