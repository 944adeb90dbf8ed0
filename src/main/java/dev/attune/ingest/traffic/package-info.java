/** Recognizes by what they do, after the fact, machines that call themselves browsers. */
@NullMarked
package dev.attune.ingest.traffic;

import org.jspecify.annotations.NullMarked;
