/** What every class that stores personal data owes the people whose data it is. */
@NullMarked
package dev.attune.platform.personal;

import org.jspecify.annotations.NullMarked;
