package dev.attune.graphql.schema;

import io.smallrye.graphql.api.Directive;
import io.smallrye.graphql.api.DirectiveLocation;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Marks a field whose value depends on the shopper. */
@Directive(on = DirectiveLocation.FIELD_DEFINITION)
@Retention(RetentionPolicy.RUNTIME)
public @interface Personalized {}
