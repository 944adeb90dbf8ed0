package dev.attune.http.limit;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How large a GraphQL request may be; what {@code /graphql} refuses before it validates. */
@ConfigMapping(prefix = "attune.graphql.limits")
public interface DocumentSettings {
  /** The most bytes of a body. */
  @WithDefault("256K")
  MemorySize body();

  /** The most tokens of a document. */
  @WithDefault("4000")
  int tokens();

  /** The most characters of white space and commas in a document. */
  @WithDefault("100000")
  int whitespace();

  /** How deep fields may be nested, fragments spread out; a root field is at 1. */
  @WithDefault("12")
  int depth();

  /** The same under {@code __schema} and {@code __type}; GraphiQL asks for 15. */
  @WithDefault("20")
  int introspectionDepth();

  /** The most aliases, fragments spread out. */
  @WithDefault("30")
  int aliases();

  /** The most root fields, fragments spread out. */
  @WithDefault("20")
  int rootFields();

  /** The most directives, fragments spread out. */
  @WithDefault("50")
  int directives();

  /** How many verdicts on documents are remembered. */
  @WithDefault("10000")
  long remembered();
}
