package dev.attune.http.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.attune.http.limit.DocumentMeasure.Size;
import dev.attune.platform.error.ErrorCode;
import dev.attune.platform.error.Rejection;
import graphql.language.Document;
import graphql.language.OperationDefinition;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;
import graphql.parser.ParserOptions;
import graphql.parser.exceptions.ParseCancelledException;
import graphql.parser.exceptions.ParseCancelledTooDeepException;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Refuses documents that are too large to be validated, and remembers what it found. */
@ApplicationScoped
public class DocumentLimits {
  private final DocumentSettings settings;
  private final ParserOptions options;
  private final Cache<String, Optional<Rejection>> verdicts;

  DocumentLimits(DocumentSettings settings) {
    this.settings = settings;
    this.options =
        ParserOptions.newParserOptions()
            .captureIgnoredChars(false)
            .captureSourceLocation(false)
            .captureLineComments(false)
            .readerTrackData(false)
            .maxTokens(settings.tokens())
            .maxWhitespaceTokens(settings.whitespace())
            .maxCharacters((int) settings.body().asLongValue())
            .build();
    this.verdicts = Caffeine.newBuilder().maximumSize(settings.remembered()).build();
  }

  /** Why this document is refused; empty when it may go on, also with a syntax error. */
  public Optional<Rejection> judge(String document) {
    return verdicts.get(hash(document), unknown -> Optional.ofNullable(refusal(document)));
  }

  /** Whether it has an operation that is no query; false also for a syntax error. */
  boolean writes(String document) {
    try {
      return parsed(document).getDefinitionsOfType(OperationDefinition.class).stream()
          .anyMatch(operation -> operation.getOperation() != OperationDefinition.Operation.QUERY);
    } catch (InvalidSyntaxException leftToTheEngine) {
      return false;
    }
  }

  private Document parsed(String document) {
    return new Parser()
        .parseDocument(
            ParserEnvironment.newParserEnvironment()
                .document(document)
                .parserOptions(options)
                .build());
  }

  private @Nullable Rejection refusal(String document) {
    try {
      return refusal(DocumentMeasure.of(parsed(document)));
    } catch (ParseCancelledTooDeepException tooDeep) {
      return new Rejection(ErrorCode.DOCUMENT_TOO_DEEP, null, "The document is nested too deep");
    } catch (ParseCancelledException tooLarge) {
      return new Rejection(
          ErrorCode.DOCUMENT_TOO_LARGE,
          null,
          "The document has more than " + settings.tokens() + " tokens");
    } catch (InvalidSyntaxException leftToTheEngine) {
      return null;
    }
  }

  private @Nullable Rejection refusal(Size size) {
    if (size.depth() > settings.depth()) {
      return deep("depth", size.depth(), settings.depth());
    }
    if (size.introspectionDepth() > settings.introspectionDepth()) {
      return deep("introspection depth", size.introspectionDepth(), settings.introspectionDepth());
    }
    if (size.aliases() > settings.aliases()) {
      return large("aliases", size.aliases(), settings.aliases());
    }
    if (size.fields() > settings.rootFields()) {
      return large("root fields", size.fields(), settings.rootFields());
    }
    return size.directives() > settings.directives()
        ? large("directives", size.directives(), settings.directives())
        : null;
  }

  private static Rejection deep(String what, int found, int limit) {
    return new Rejection(
        ErrorCode.DOCUMENT_TOO_DEEP,
        null,
        "The document has " + what + " " + found + ", at most " + limit + " is allowed");
  }

  private static Rejection large(String what, int found, int limit) {
    return new Rejection(
        ErrorCode.DOCUMENT_TOO_LARGE,
        null,
        "The document has " + found + " " + what + ", at most " + limit + " are allowed");
  }

  private static String hash(String document) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(document.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java has SHA-256", impossible);
    }
  }
}
