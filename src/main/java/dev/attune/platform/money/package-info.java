/** Money: minor units and a currency, never a floating-point number. */
@NullMarked
package dev.attune.platform.money;

import org.jspecify.annotations.NullMarked;
