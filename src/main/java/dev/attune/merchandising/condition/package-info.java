/** Conditions of merchants in CEL over a product and a shopper, checked before they are kept. */
@NullMarked
package dev.attune.merchandising.condition;

import org.jspecify.annotations.NullMarked;
