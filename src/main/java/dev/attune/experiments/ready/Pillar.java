package dev.attune.experiments.ready;

/** What must be there for personalization to pay. */
public enum Pillar {
  /** The catalog says what is needed to rank by. */
  CLEAN_DATA,
  /** Who buys is known as the one who looked. */
  CONNECTED_IDENTITY,
  /** One part of the shop earned more than without, beyond chance. */
  PROVEN_USE_CASE,
  /** Merchants put their word in, and lately. */
  MERCHANTS_INTERVENE,
  /** The shop asked its shoppers itself what they allow. */
  FIRST_PARTY_CONSENT
}
