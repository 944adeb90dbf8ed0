/** What is found out once for a page that asks for many lists. */
@NullMarked
package dev.attune.decision.page;

import org.jspecify.annotations.NullMarked;
