package io.ardmstream.jobs.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The {@code --key value} arguments of a job. */
final class Overrides {

  private Overrides() {}

  /**
   * Settings by key.
   *
   * @param flags keys that may stand without a value
   */
  static Map<String, String> parse(List<String> arguments, Set<String> flags) {
    Map<String, String> overrides = new LinkedHashMap<>();
    int next = 0;
    while (next < arguments.size()) {
      String key = key(arguments.get(next++));
      int equals = key.indexOf('=');
      if (equals >= 0) {
        overrides.put(key.substring(0, equals), key.substring(equals + 1));
      } else if (flags.contains(key) && !isValue(arguments, next)) {
        overrides.put(key, "true");
      } else if (next < arguments.size()) {
        overrides.put(key, arguments.get(next++));
      } else {
        throw new ConfigurationException(List.of("--" + key + " lacks its value"));
      }
    }
    return overrides;
  }

  private static boolean isValue(List<String> arguments, int index) {
    return index < arguments.size() && !arguments.get(index).startsWith("--");
  }

  private static String key(String argument) {
    if (!argument.startsWith("--") || argument.length() == 2) {
      throw new ConfigurationException(
          List.of("unexpected argument '" + argument + "': settings are given as --key value"));
    }
    return argument.substring(2);
  }
}
