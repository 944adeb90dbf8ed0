/** Makes the bounded profile out of exact state: a pure function of state, catalog and time. */
@NullMarked
package dev.attune.profile.view;

import org.jspecify.annotations.NullMarked;
