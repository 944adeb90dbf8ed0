/** JSON Lines of Attune's own product type: the JSON Schema, and lines read by it. */
@NullMarked
package dev.attune.catalog.feed.jsonl;

import org.jspecify.annotations.NullMarked;
