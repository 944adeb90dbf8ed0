/** Who could see which variant, written once behind the response. */
@NullMarked
package dev.attune.experiments.exposure;

import org.jspecify.annotations.NullMarked;
