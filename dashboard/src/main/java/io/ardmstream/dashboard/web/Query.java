package io.ardmstream.dashboard.web;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What follows the question mark.
 *
 * @param values by name, in their order
 */
public record Query(Map<String, List<String>> values) {

  /**
   * Reads a query.
   *
   * @param raw as in the address, still encoded; null: none
   * @throws BadQueryException if it is not encoded as addresses are
   */
  public static Query parse(String raw) {
    Map<String, List<String>> values = new HashMap<>();
    if (raw != null) {
      for (String pair : raw.split("&")) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        String value = equals < 0 ? "" : pair.substring(equals + 1);
        values.computeIfAbsent(decoded(name), unseen -> new ArrayList<>()).add(decoded(value));
      }
    }
    return new Query(values);
  }

  public List<String> all(String name) {
    return values.getOrDefault(name, List.of());
  }

  /** The last value of a name; empty if there is none. */
  public String text(String name) {
    List<String> all = all(name);
    return all.isEmpty() ? "" : all.get(all.size() - 1);
  }

  /** A whole number from 0 to 10^15. */
  public long number(String name, long fallback) {
    String text = text(name);
    if (text.isEmpty()) {
      return fallback;
    }
    if (!text.matches("[0-9]{1,15}")) {
      throw new BadQueryException(name + " has to be a whole number of at most 15 digits");
    }
    return Long.parseLong(text);
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new BadQueryException("the query is not encoded as addresses are: " + e.getMessage());
    }
  }
}
