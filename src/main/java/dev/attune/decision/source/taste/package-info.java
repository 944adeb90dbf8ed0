/** How much a shopper likes what a product is one of. */
@NullMarked
package dev.attune.decision.source.taste;

import org.jspecify.annotations.NullMarked;
