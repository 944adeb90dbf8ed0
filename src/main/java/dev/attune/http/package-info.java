/** The edge over plain HTTP: what all of its endpoints share. */
@NullMarked
package dev.attune.http;

import org.jspecify.annotations.NullMarked;
