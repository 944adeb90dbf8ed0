package dev.attune.graphql.page;

import dev.attune.catalog.Category;
import dev.attune.catalog.CategoryId;
import dev.attune.decision.Decided;
import dev.attune.decision.DecisionContext;
import dev.attune.decision.slot.HeroSlot;
import dev.attune.decision.source.Heroes;
import dev.attune.graphql.schema.Node;
import dev.attune.graphql.text.Texts;
import dev.attune.graphql.view.CategoryView;
import dev.attune.graphql.view.Image;
import dev.attune.graphql.view.Link;
import dev.attune.graphql.why.DecisionSummary;
import dev.attune.merchandising.Hero;
import dev.attune.merchandising.content.Wording;
import dev.attune.platform.id.GlobalId;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

@Name("Hero")
public record HeroView(
    @NonNull @Id String id,
    @NonNull String headline,
    @Nullable String subline,
    @Nullable Image image,
    @NonNull Link link,
    @Nullable @Description("What to ask the shopper to do, on a button.") String action,
    @NonNull DecisionSummary decision)
    implements Node {

  public static HeroView of(Decided decided, DecisionContext page) {
    return of(decided.items().get(0).subject(), DecisionSummary.of(decided, page), page);
  }

  /** The hero of this id, as it was decided. */
  public static HeroView of(GlobalId id, DecisionSummary decision, DecisionContext page) {
    Optional<Hero> written = page.merchandise().hero(id.local());
    if (written.isPresent()) {
      return written(id, written.get(), decision, page);
    }
    return category(id, page)
        .map(category -> ofCategory(id, category, decision, page))
        .orElseGet(() -> welcome(id, decision, page));
  }

  @Override
  @NonNull
  @Id
  public String getId() {
    return id;
  }

  private static HeroView written(
      GlobalId id, Hero hero, DecisionSummary decision, DecisionContext page) {
    Wording wording = hero.in(page.place().locale());
    String headline = Objects.requireNonNullElse(wording.title(), hero.headline());
    return new HeroView(
        id.toString(),
        headline,
        wording.text(),
        Image.ofUrl(hero.image(), headline),
        Link.to(hero.link(), page),
        wording.action(),
        decision);
  }

  private static HeroView ofCategory(
      GlobalId id, Category category, DecisionSummary decision, DecisionContext page) {
    return new HeroView(
        id.toString(),
        category.title(),
        Texts.sentence("hero.category", page.place().locale(), category.title()),
        new CategoryView(category, page).getImage(),
        Link.to(Link.path(category.id()), page),
        null,
        decision);
  }

  private static HeroView welcome(GlobalId id, DecisionSummary decision, DecisionContext page) {
    return new HeroView(
        id.toString(),
        Texts.sentence("hero." + HeroSlot.WELCOME, page.place().locale()),
        null,
        null,
        Link.to("/", page),
        null,
        decision);
  }

  private static Optional<Category> category(GlobalId id, DecisionContext page) {
    return id.local().startsWith(Heroes.CATEGORY_PREFIX)
        ? page.catalog()
            .category(new CategoryId(id.local().substring(Heroes.CATEGORY_PREFIX.length())))
        : Optional.empty();
  }
}
