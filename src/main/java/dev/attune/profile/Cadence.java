package dev.attune.profile;

import dev.attune.platform.id.GlobalId;
import java.time.Instant;

/**
 * How regularly a shopper buys something.
 *
 * @param subject a product or a category
 * @param days between two days on which it was bought, the median
 * @param times on how many days it was bought, 2 or more
 * @param last when last
 */
public record Cadence(GlobalId subject, int days, int times, Instant last) {}
