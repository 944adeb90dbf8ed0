/** What a shopper has allowed: consent by purpose, and later export, erasure and retention. */
@NullMarked
package dev.attune.privacy;

import org.jspecify.annotations.NullMarked;
