/** Merchants' rules: what they do, where and when they hold, what they clash with. */
@NullMarked
package dev.attune.merchandising.rule;

import org.jspecify.annotations.NullMarked;
