package io.ardmstream.schema.registry;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What the registry said.
 *
 * @param status of HTTP
 * @param body as JSON; of no content if it is none
 */
record Answer(int status, JsonNode body) {

  private static final int OK = 200;
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int ABSENT = 404;
  private static final int CONFLICT = 409;

  /** Where error codes with three digits of HTTP and two of the registry begin. */
  private static final int REGISTRY_CODES = 40000;

  boolean isOk() {
    return status == OK;
  }

  /** Whether it knows what was asked, and has no such thing; a wrong URL is something else. */
  boolean isAbsent() {
    return status == ABSENT && isOfRegistry();
  }

  /** Whether it is an objection that only a registry has. */
  boolean isOfRegistry() {
    return body.path("error_code").asInt() > REGISTRY_CODES;
  }

  boolean isConflict() {
    return status == CONFLICT;
  }

  /** Whether it does not know who asks. */
  boolean isUnauthorized() {
    return status == UNAUTHORIZED;
  }

  /** Whether who asks has no right to this. */
  boolean isForbidden() {
    return status == FORBIDDEN;
  }

  /** For people. */
  @Override
  public String toString() {
    String message = body.path("message").asText();
    return status + (message.isEmpty() ? "" : ", " + message);
  }
}
