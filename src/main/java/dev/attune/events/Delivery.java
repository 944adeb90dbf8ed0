package dev.attune.events;

/**
 * How an event came in.
 *
 * @param source the key or door it came by and the client that sent it, {@code write-key
 *     analytics.js}
 * @param clamped its client said a time that is yet to come; it counts as happened when it came
 * @param uncorrected its client said in no readable way when it was sent: what its clock says holds
 */
public record Delivery(String source, boolean clamped, boolean uncorrected) {
  /** The source of events that were imported: their delay says nothing. */
  public static final String HISTORY = "history";

  /** Nothing is known. */
  public static final Delivery UNKNOWN = new Delivery("unknown", false);

  /** One whose client's clock was right or could be corrected. */
  public Delivery(String source, boolean clamped) {
    this(source, clamped, false);
  }
}
