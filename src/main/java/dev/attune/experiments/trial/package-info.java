/** What experiments do to one page: who gets which variant, and what a variant changes. */
@NullMarked
package dev.attune.experiments.trial;

import org.jspecify.annotations.NullMarked;
