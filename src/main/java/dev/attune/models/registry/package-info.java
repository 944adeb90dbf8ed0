/** What is known of each training: what it rested on, how good it was, whether it serves. */
@NullMarked
package dev.attune.models.registry;

import org.jspecify.annotations.NullMarked;
