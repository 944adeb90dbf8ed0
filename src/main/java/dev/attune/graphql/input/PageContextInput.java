package dev.attune.graphql.input;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.jspecify.annotations.Nullable;

/** Where the shopper is and how they came, as the client says it. */
@Input("PageContext")
@Description(
    "Where the shopper is and how they came. Everything is optional; headers fill in locale,"
        + " market and device.")
public class PageContextInput {
  public @Nullable String url;
  public @Nullable String referrer;
  public @Nullable CampaignInput campaign;
  public @Nullable Device device;

  @Description("ISO 3166-1 alpha-2")
  public @Nullable String country;

  @Description("ISO 4217")
  public @Nullable String currency;

  @Description("BCP 47")
  public @Nullable String locale;

  /** What the shopper holds in their hands. */
  public enum Device {
    DESKTOP,
    MOBILE,
    TABLET,
    APP;

    /**
     * What a browser says that it runs on.
     *
     * @param agent the header User-Agent
     * @param mobile the client hint Sec-CH-UA-Mobile
     * @return null for who says nothing of it, such as an app or a renderer
     */
    public static @Nullable Device of(@Nullable String agent, @Nullable String mobile) {
      String said = agent == null ? "" : agent;
      if (!said.startsWith("Mozilla/")) {
        return null;
      }
      boolean small = said.contains("Mobile") || "?1".equals(mobile);
      if (said.contains("iPad") || said.contains("Tablet")) {
        return TABLET;
      }
      return small ? MOBILE : said.contains("Android") ? TABLET : DESKTOP;
    }
  }

  /** The page's {@code utm_} parameters. */
  @Input("CampaignInput")
  @Description("utm_source, utm_medium, utm_campaign, utm_term, utm_content")
  public static class CampaignInput {
    public @Nullable String source;
    public @Nullable String medium;
    public @Nullable String name;
    public @Nullable String term;
    public @Nullable String content;
  }
}
