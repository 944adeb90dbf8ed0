/**
 * Deciding: one pure pipeline from candidates to an explained answer, for every personalized field.
 */
@NullMarked
package dev.attune.decision;

import org.jspecify.annotations.NullMarked;
