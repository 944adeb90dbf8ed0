package dev.attune.platform.error;

/** Every code that an error or a rejection can carry; clients rely on the names. */
public enum ErrorCode {
  // what was sent
  INVALID_JSON,
  INVALID_VALUE,
  INVALID_CURSOR,
  INVALID_ROW,
  MISSING_FIELD,
  TOO_LONG,
  UNKNOWN_FORMAT,
  UNKNOWN_EVENT_TYPE,
  UNKNOWN_ID,
  INVALID_CURRENCY,
  INVALID_PRICE,
  INVALID_TIMESTAMP,
  INVALID_IDENTIFIER,
  DUPLICATE_ID,
  PRICE_UNAVAILABLE,
  CONTEXT_CONFLICT,
  CONSENT_DENIED,
  TRUNCATED,
  // how much was sent
  BODY_TOO_LARGE,
  DOCUMENT_TOO_DEEP,
  DOCUMENT_TOO_LARGE,
  // who sent it
  UNAUTHENTICATED,
  FORBIDDEN,
  // what is in the way
  IMPORT_RUNNING,
  IMPORT_REFUSED,
  STALE_VERSION,
  UNAVAILABLE,
  INTERNAL
}
