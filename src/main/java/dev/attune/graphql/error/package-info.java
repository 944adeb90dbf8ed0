/** What errors say beside their sentence: the code, and the field that is to blame. */
@NullMarked
package dev.attune.graphql.error;

import org.jspecify.annotations.NullMarked;
