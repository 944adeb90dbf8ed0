/** The schema's types for what the shop sells, as views on the catalog. */
@NullMarked
package dev.attune.graphql.view;

import org.jspecify.annotations.NullMarked;
