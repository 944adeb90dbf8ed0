/** Who is asking: identifiers, membership, degrees of proof, stitching. */
@NullMarked
package dev.attune.identity;

import org.jspecify.annotations.NullMarked;
