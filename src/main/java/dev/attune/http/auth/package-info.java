/** Credentials over HTTP: keys and tokens in, uniform refusals out. */
@NullMarked
package dev.attune.http.auth;

import org.jspecify.annotations.NullMarked;
