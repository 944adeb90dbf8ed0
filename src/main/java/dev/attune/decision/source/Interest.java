package dev.attune.decision.source;

import dev.attune.catalog.Category;
import dev.attune.catalog.CategoryId;
import dev.attune.decision.DecisionContext;
import dev.attune.events.Campaign;
import dev.attune.record.Feature;
import dev.attune.record.Features;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How much this shopper, now, is interested in a category: by campaign, visit and history. */
final class Interest {
  private final DecisionContext context;
  private final boolean history;
  private final Set<String> campaignWords;

  Interest(DecisionContext context) {
    this.context = context;
    this.history = context.hasHistory();
    this.campaignWords = words(context.place().campaign());
  }

  /** The features of a category itself, each 0 to 1. */
  Features in(CategoryId id) {
    Features.Sheet sheet = new Features.Sheet();
    tell(id, sheet);
    sheet.put(Feature.POPULARITY, context.models().popularity().categoryShare(id));
    return sheet.read();
  }

  /** Notes these, but for what everybody likes. */
  void tell(CategoryId id, Features.Sheet sheet) {
    sheet.flag(Feature.CAMPAIGN, campaignIsAbout(id));
    sheet.put(Feature.SESSION_CATEGORY, context.profile().sessionInterest(id));
    sheet.put(Feature.TASTE_CATEGORY, history ? context.profile().taste(id) : 0);
  }

  /** Whether the shopper came by a campaign that says something. */
  boolean knowsCampaign() {
    return !campaignWords.isEmpty();
  }

  /** Whether all words of the category's own title are words of the campaign. */
  boolean campaignIsAbout(CategoryId id) {
    if (campaignWords.isEmpty()) {
      return false;
    }
    @Nullable Category category = context.catalog().category(id).orElse(null);
    return category != null && campaignWords.containsAll(words(category.title()));
  }

  private static Set<String> words(@Nullable Campaign campaign) {
    if (campaign == null) {
      return Set.of();
    }
    return Stream.of(campaign.name(), campaign.term(), campaign.content())
        .filter(text -> text != null)
        .flatMap(text -> words(text).stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static List<String> words(String text) {
    String plain =
        Normalizer.normalize(text, Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .toLowerCase(Locale.ROOT);
    return Arrays.stream(plain.split("[^\\p{L}\\p{N}]+")).filter(word -> !word.isEmpty()).toList();
  }
}
