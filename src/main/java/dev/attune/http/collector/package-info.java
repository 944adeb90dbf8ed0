/** The live event collector, which speaks Segment's tracking API. */
@NullMarked
package dev.attune.http.collector;

import org.jspecify.annotations.NullMarked;
