/** The schema's types for what was decided: pages, rails, reasons, decisions, shoppers. */
@NullMarked
package dev.attune.graphql.page;

import org.jspecify.annotations.NullMarked;
