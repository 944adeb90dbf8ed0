package dev.attune.privacy;

/** What somebody's data may be used for. */
public enum Purpose {
  PERSONALIZATION,
  ANALYTICS,
  MARKETING_EMAIL
}
