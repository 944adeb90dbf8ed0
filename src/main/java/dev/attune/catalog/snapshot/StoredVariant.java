package dev.attune.catalog.snapshot;

import dev.attune.catalog.Attribute;
import dev.attune.catalog.Availability;
import dev.attune.catalog.CategoryId;
import dev.attune.catalog.snapshot.market.StoredPrice;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A variant's row as the store keeps it.
 *
 * @param position order of first appearance in the shop
 */
record StoredVariant(
    long position,
    String id,
    String title,
    @Nullable String description,
    @Nullable String brand,
    List<CategoryId> categories,
    List<String> tags,
    List<Attribute> attributes,
    Map<String, String> options,
    List<String> images,
    @Nullable String link,
    StoredPrice price,
    Availability availability,
    @Nullable Integer quantity,
    @Nullable String barcode,
    @Nullable Integer daysOfUse) {}
