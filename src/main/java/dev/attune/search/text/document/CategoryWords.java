package dev.attune.search.text.document;

import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.Category;
import dev.attune.catalog.CategoryId;
import dev.attune.search.text.vocabulary.Said;
import dev.attune.search.text.vocabulary.Vocabulary;
import dev.attune.search.text.vocabulary.Word;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a product's categories say: they themselves and those above them. */
final class CategoryWords {
  private static final int MOST_KNOWN = 10_000;

  private final CatalogSnapshot catalog;
  private final Vocabulary vocabulary;
  private final KindWords kinds;
  private final Map<List<CategoryId>, Words> known = new HashMap<>();

  /**
   * @param titles of all of them
   * @param kinds what the product's own ones say it is
   * @param exact their ids
   */
  record Words(List<Said> titles, Word[] kinds, Word[] exact) {}

  CategoryWords(CatalogSnapshot catalog, Vocabulary vocabulary, KindWords kinds) {
    this.catalog = catalog;
    this.vocabulary = vocabulary;
    this.kinds = kinds;
  }

  void forget() {
    known.clear();
  }

  Words of(List<CategoryId> categories) {
    if (known.size() > MOST_KNOWN) {
      known.clear();
    }
    return known.computeIfAbsent(categories, this::read);
  }

  private Words read(List<CategoryId> leaves) {
    Set<Category> all = new LinkedHashSet<>();
    List<Word> kind = new ArrayList<>();
    for (CategoryId leaf : leaves) {
      catalog.lineage(leaf).forEach(id -> catalog.category(id).ifPresent(all::add));
      catalog.category(leaf).ifPresent(it -> kind.addAll(List.of(kinds.of(it.title()))));
    }
    return new Words(
        all.stream().map(category -> vocabulary.lasting(category.title())).toList(),
        kind.toArray(Word[]::new),
        all.stream()
            .map(it -> vocabulary.exactly(ProductDocument.exact("category", it.id().value())))
            .toArray(Word[]::new));
  }
}
