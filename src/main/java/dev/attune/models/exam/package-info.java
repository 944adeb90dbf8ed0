/** Whether new models are worse than those that serve, by what withheld shoppers did next. */
@NullMarked
package dev.attune.models.exam;

import org.jspecify.annotations.NullMarked;
