package io.ardmstream.jobs.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The {@code --key value} arguments of a job. */
final class Overrides {

  private Overrides() {}

  static Map<String, String> parse(List<String> arguments) {
    Map<String, String> overrides = new LinkedHashMap<>();
    int next = 0;
    while (next < arguments.size()) {
      String key = key(arguments.get(next++));
      int equals = key.indexOf('=');
      if (equals >= 0) {
        overrides.put(key.substring(0, equals), key.substring(equals + 1));
      } else if (next < arguments.size()) {
        overrides.put(key, arguments.get(next++));
      } else {
        throw new ConfigurationException(List.of("--" + key + " lacks its value"));
      }
    }
    return overrides;
  }

  private static String key(String argument) {
    if (!argument.startsWith("--") || argument.length() == 2) {
      throw new ConfigurationException(
          List.of("unexpected argument '" + argument + "': settings are given as --key value"));
    }
    return argument.substring(2);
  }
}
