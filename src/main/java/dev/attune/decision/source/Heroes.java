package dev.attune.decision.source;

import dev.attune.catalog.Category;
import dev.attune.catalog.CategoryId;
import dev.attune.decision.Ask;
import dev.attune.decision.DecisionContext;
import dev.attune.decision.Source;
import dev.attune.merchandising.Hero;
import dev.attune.platform.id.GlobalId;
import dev.attune.platform.id.NodeType;
import dev.attune.profile.Ignored;
import dev.attune.record.Candidate;
import dev.attune.record.Feature;
import dev.attune.record.Features;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Heroes to choose from. */
public enum Heroes implements Source {
  /** Those that merchants wrote. */
  WRITTEN {
    @Override
    public List<Candidate> draw(Ask ask) {
      DecisionContext context = ask.context();
      Interest interest = new Interest(context);
      List<Candidate> candidates = new ArrayList<>();
      for (Hero hero : context.merchandise().heroes()) {
        candidates.add(written(context, interest, hero));
      }
      return candidates;
    }
  },
  /** One for each category that somebody may have come for, made from the category itself. */
  OF_CATEGORIES {
    @Override
    public List<Candidate> draw(Ask ask) {
      DecisionContext context = ask.context();
      Interest interest = new Interest(context);
      List<Candidate> candidates = new ArrayList<>();
      List<Category> all =
          interest.knowsCampaign() ? context.catalog().categories() : context.catalog().roots();
      Features.Sheet sheet = new Features.Sheet();
      for (Category category : all) {
        if (category.parent() == null || interest.campaignIsAbout(category.id())) {
          sheet.clear();
          interest.tell(category.id(), sheet);
          candidates.add(ofCategory(context, category, sheet));
        }
      }
      return candidates;
    }
  };

  /** Heroes made from a category have this before the category's id. */
  public static final String CATEGORY_PREFIX = "category-";

  private static Candidate written(DecisionContext context, Interest interest, Hero hero) {
    GlobalId id = new GlobalId(NodeType.HERO, hero.id());
    @Nullable CategoryId category =
        hero.category() == null ? null : new CategoryId(hero.category());
    Features features = category == null ? Features.none() : interested(interest, category).read();
    boolean campaign = hero.campaign() != null && hero.campaign().equals(campaign(context));
    features =
        features
            .with(Feature.LIVE, leadsSomewhere(context, category))
            .with(
                Feature.IN_AUDIENCE,
                Audiences.includes(hero.audience(), context)
                    && (hero.campaign() == null || campaign))
            .with(Feature.CAMPAIGN, campaign ? 1 : features.get(Feature.CAMPAIGN))
            .max(Audiences.meant(hero.audience()))
            .max(Audiences.aimed(hero.aim(), context))
            .with(Feature.PRIORITY, hero.priority() / 100.0)
            .with(Feature.EVERGREEN, hero.evergreen())
            .with(Feature.IGNORED, ignored(context, id));
    return new Candidate(id, "WRITTEN", null, null, title(context, category), features);
  }

  /**
   * @param sheet with what speaks for the category
   */
  private static Candidate ofCategory(
      DecisionContext context, Category category, Features.Sheet sheet) {
    GlobalId id = new GlobalId(NodeType.HERO, CATEGORY_PREFIX + category.id().value());
    sheet.flag(Feature.LIVE, context.catalog().assortment().sellsIn(category.id()));
    sheet.flag(Feature.IN_AUDIENCE, true);
    sheet.put(Feature.IGNORED, ignored(context, id));
    return new Candidate(id, "OF_CATEGORIES", null, null, category.title(), sheet.read());
  }

  private static double ignored(DecisionContext context, GlobalId hero) {
    return Ignored.lost(context.profile().ignored(hero));
  }

  private static Features.Sheet interested(Interest interest, CategoryId category) {
    Features.Sheet sheet = new Features.Sheet();
    interest.tell(category, sheet);
    return sheet;
  }

  private static boolean leadsSomewhere(DecisionContext context, @Nullable CategoryId category) {
    return category == null || context.catalog().assortment().sellsIn(category);
  }

  private static @Nullable String campaign(DecisionContext context) {
    return context.place().campaign() == null ? null : context.place().campaign().name();
  }

  private static @Nullable String title(DecisionContext context, @Nullable CategoryId category) {
    return category == null
        ? null
        : context.catalog().category(category).map(Category::title).orElse(null);
  }
}
