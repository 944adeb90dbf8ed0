package dev.attune.graphql.view;

import io.smallrye.graphql.api.Directive;
import io.smallrye.graphql.api.DirectiveLocation;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Marks a field whose value depends on the shopper. */
@Directive(on = DirectiveLocation.FIELD_DEFINITION)
@Retention(RetentionPolicy.RUNTIME)
public @interface Personalized {}
