/** From a request to who is asking: headers, cookies, tokens and keys. */
@NullMarked
package dev.attune.identity.request;

import org.jspecify.annotations.NullMarked;
