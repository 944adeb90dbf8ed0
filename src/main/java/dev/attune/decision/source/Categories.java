package dev.attune.decision.source;

import dev.attune.catalog.Category;
import dev.attune.catalog.CategoryId;
import dev.attune.decision.Ask;
import dev.attune.decision.DecisionContext;
import dev.attune.decision.Source;
import dev.attune.platform.id.GlobalId;
import dev.attune.platform.id.NodeType;
import dev.attune.record.Candidate;
import dev.attune.record.Feature;
import dev.attune.record.Features;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The shop's top-level categories, or those below the page's category. */
public enum Categories implements Source {
  ALL;

  @Override
  public List<Candidate> draw(Ask ask) {
    DecisionContext context = ask.context();
    Interest interest = new Interest(context);
    CategoryId parent = ask.category();
    List<Category> categories =
        parent == null
            ? context.catalog().roots()
            : context.catalog().category(parent).stream()
                .flatMap(category -> category.children().stream())
                .flatMap(child -> context.catalog().category(child).stream())
                .toList();
    List<Candidate> candidates = new ArrayList<>(categories.size());
    Features.Sheet sheet = new Features.Sheet();
    for (Category category : categories) {
      sheet.clear();
      interest.tell(category.id(), sheet);
      candidates.add(describe(context, category, sheet));
    }
    return candidates;
  }

  /**
   * @param sheet with what speaks for the category
   */
  private static Candidate describe(
      DecisionContext context, Category category, Features.Sheet sheet) {
    GlobalId id = new GlobalId(NodeType.CATEGORY, category.id().value());
    Set<String> rejected = context.profile().rejected();
    sheet.put(Feature.POPULARITY, context.models().popularity().categoryShare(category.id()));
    sheet.flag(Feature.REJECTED, !rejected.isEmpty() && rejected.contains(id.toString()));
    sheet.flag(Feature.FOR_SALE, context.catalog().assortment().sellsIn(category.id()));
    return new Candidate(id, "CATALOG", null, null, category.title(), sheet.read());
  }
}
