package dev.attune.graphql.merchant.content;

import dev.attune.graphql.merchant.Merchants;
import dev.attune.graphql.merchant.Moments;
import dev.attune.graphql.merchant.Moments.When;
import dev.attune.graphql.merchant.Typed;
import dev.attune.graphql.request.Languages;
import dev.attune.merchandising.content.Aim;
import dev.attune.merchandising.content.Wording;
import dev.attune.merchandising.rule.Schedule;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads where, for whom, when and in which words content is shown; what cannot be read names its
 * field.
 */
public final class AimReading {
  private static final int MOST_TEXTS = 100;

  private AimReading() {}

  /**
   * @param field what the sender calls it, {@code hero.scope}
   */
  public static Aim aim(String field, @Nullable ContentScopeInput input) {
    if (input == null) {
      return Aim.EVERYWHERE;
    }
    Schedule schedule =
        Moments.schedule(
            field,
            new When(
                input.startsAt,
                input.endsAt,
                input.timeZone,
                input.weekdays == null ? null : input.weekdays.stream().map(Enum::name).toList(),
                input.fromHour,
                input.toHour));
    schedule
        .flaw()
        .ifPresent(flaw -> Merchants.require(false, field + "." + flaw.part(), flaw.why()));
    return new Aim(
        Moments.markets(field + ".markets", input.markets),
        input.locales == null
            ? Set.of()
            : input.locales.stream()
                .map(tag -> locale(field + ".locales", tag))
                .collect(Collectors.toSet()),
        input.segments == null ? Set.of() : Set.copyOf(input.segments),
        schedule);
  }

  /**
   * @param field what the sender calls them, {@code hero.texts}
   */
  public static List<Wording> texts(String field, @Nullable List<ContentTextInput> texts) {
    if (texts == null) {
      return List.of();
    }
    Merchants.require(
        texts.size() <= MOST_TEXTS, field, "Content has words in at most 100 languages");
    Set<String> locales = new HashSet<>();
    return texts.stream()
        .map(
            text -> {
              String tag = locale(field + ".locale", text.locale);
              Merchants.require(
                  locales.add(tag), field + ".locale", "Words for " + tag + " are there already");
              return new Wording(
                  tag,
                  Typed.text(field + ".title", text.title),
                  Typed.text(field + ".text", text.text),
                  Typed.text(field + ".action", text.action));
            })
        .toList();
  }

  private static String locale(String field, String tag) {
    Locale locale = Languages.of(tag);
    Merchants.require(!locale.getLanguage().isEmpty(), field, "'" + tag + "' is no BCP 47 locale");
    return locale.getCountry().isEmpty()
        ? locale.getLanguage()
        : locale.getLanguage() + "-" + locale.getCountry();
  }
}
