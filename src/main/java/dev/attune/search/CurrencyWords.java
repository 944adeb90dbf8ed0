package dev.attune.search;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How shoppers write currencies beside an amount, and which ones they may mean by that. */
final class CurrencyWords {
  private static final String SIGNS = "$€£¥₹₩₺₽₪";

  private static final List<Named> ALL =
      List.of(
          new Named("€|euros?|eur", "EUR"),
          new Named("£|pounds?|gbp", "GBP"),
          new Named(
              "\\$|dollars?|bucks",
              "USD,CAD,AUD,NZD,SGD,HKD,TWD,MXN,ARS,CLP,COP,BRL,UYU,BBD,BMD,BSD,BZD,FJD,JMD,TTD"),
          new Named("usd", "USD"),
          new Named("cad", "CAD"),
          new Named("aud", "AUD"),
          new Named("nzd", "NZD"),
          new Named("sgd", "SGD"),
          new Named("hkd", "HKD"),
          new Named("mxn", "MXN"),
          new Named("chf|sfr|franken|francs?", "CHF"),
          new Named("¥", "JPY,CNY"),
          new Named("yen|jpy|円", "JPY"),
          new Named("yuan|rmb|cny|元", "CNY"),
          new Named("kr|kronor|kroner|kronen", "SEK,NOK,DKK,ISK"),
          new Named("sek", "SEK"),
          new Named("nok", "NOK"),
          new Named("dkk", "DKK"),
          new Named("zł|zloty|złotych|pln", "PLN"),
          new Named("kč|korun|czk", "CZK"),
          new Named("forint|huf", "HUF"),
          new Named("₹|rupees?|inr", "INR"),
          new Named("₩|krw", "KRW"),
          new Named("₺|lira", "TRY"),
          new Named("₽|rubles?", "RUB"),
          new Named("₪|shekels?|ils", "ILS"),
          new Named("reais|brl", "BRL"),
          new Named("dirhams?|aed", "AED"),
          new Named("dinars?", "KWD,BHD,JOD,TND,RSD"),
          new Named("kwd", "KWD"),
          new Named("bhd", "BHD"));

  private static final String ANY =
      ALL.stream().map(Named::written).collect(Collectors.joining("|", "(?:", ")"));

  /** Behind an amount: {@code 50 euro}. */
  static final String BEHIND = ANY + "(?!\\p{L})";

  /** Before one: {@code $50}, {@code chf 50}. */
  static final String BEFORE = "(?:[" + SIGNS + "]|(?<!\\p{L})" + ANY + "(?=\\s?\\d))";

  /**
   * One way to write a currency.
   *
   * @param written lower case, a regular expression
   * @param codes ISO 4217, those that are written so
   */
  private record Named(String written, Pattern pattern, Set<String> codes) {
    Named(String written, String codes) {
      this(
          written,
          Pattern.compile("(?<!\\p{L})(?:" + written + ")(?!\\p{L})"),
          Set.of(codes.split(",")));
    }
  }

  private CurrencyWords() {}

  /** The currencies that a text may name, ISO 4217; empty where it names none. */
  static Set<String> in(String text) {
    Set<String> codes = new HashSet<>();
    for (Named named : ALL) {
      if (named.pattern().matcher(text).find()) {
        codes.addAll(named.codes());
      }
    }
    return codes;
  }
}
