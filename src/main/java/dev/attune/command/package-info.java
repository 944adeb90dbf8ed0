/** The command line: the gateway is started, or one job is done and reported as JSON. */
@NullMarked
package dev.attune.command;

import org.jspecify.annotations.NullMarked;
