package io.ardmstream.dashboard.web;

import java.nio.charset.StandardCharsets;

/**
 * What a request is answered with. The bytes are not copied.
 *
 * @param status of HTTP
 * @param type media type
 * @param body the content
 */
public record Reply(int status, String type, byte[] body) {

  public static final int OK = 200;
  static final int BAD_REQUEST = 400;
  static final int FORBIDDEN = 403;
  public static final int NOT_FOUND = 404;
  static final int NOT_ALLOWED = 405;
  static final int DEFECT = 500;

  public static Reply of(int status, String sentence) {
    return new Reply(
        status, "text/plain; charset=utf-8", (sentence + "\n").getBytes(StandardCharsets.UTF_8));
  }

  public static Reply json(int status, String json) {
    return new Reply(
        status, "application/json; charset=utf-8", json.getBytes(StandardCharsets.UTF_8));
  }

  boolean isText() {
    return !type.startsWith("image/");
  }
}
