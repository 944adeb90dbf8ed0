package dev.attune.merchandising.content;

import dev.attune.merchandising.Audience;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A badge of the merchant's own. It marks the products of a collection, or those that meet a
 * condition, or of a collection those that meet it.
 *
 * @param id also its code on the storefront
 * @param condition in CEL over product and shopper, null for none
 * @param collection a collection's id, null for all products
 * @param priority 0 to 100: among a product's badges 50 stands between scarcity and a lower price
 */
public record OwnBadge(
    String id,
    String label,
    Tone tone,
    @Nullable String condition,
    @Nullable String collection,
    Audience audience,
    Aim aim,
    int priority,
    List<Wording> texts) {
  /** An id stands in the id of each product's badge. */
  public static final Pattern ID = Pattern.compile("[A-Za-z0-9_.-]{1,100}");

  public OwnBadge {
    texts = List.copyOf(texts);
    if (!ID.matcher(id).matches() || label.isBlank()) {
      throw new IllegalArgumentException("A badge needs an id and a label");
    }
    if (condition == null && collection == null) {
      throw new IllegalArgumentException("A badge needs a condition or a collection");
    }
    if (priority < 0 || priority > 100) {
      throw new IllegalArgumentException("A badge's priority is 0 to 100");
    }
  }

  /** What it says where nothing was written for a language. */
  public Wording wording() {
    return new Wording("", label, null, null);
  }
}
