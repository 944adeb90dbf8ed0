/** The two stores: where they are, how they are reached, and the PostgreSQL that comes along. */
@NullMarked
package dev.attune.platform.database;

import org.jspecify.annotations.NullMarked;
