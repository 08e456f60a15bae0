package io.ardmstream.jobs.kafka;

import io.ardmstream.jobs.config.SettingReader;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A job that reads what it writes never ends, and two outputs in one topic cannot be told apart.
 */
public final class Topics {

  private Topics() {}

  public static void checkApart(SettingReader reader, List<String> inputs, List<String> outputs) {
    Set<String> taken = new HashSet<>();
    for (String output : outputs) {
      if (inputs.contains(output)) {
        reader.problem(
            "output",
            "goes to the topic '%s', which is also read from (input.topics): the job would read what it writes for ever. Name another topic"
                .formatted(output));
      } else if (!output.isEmpty() && !taken.add(output)) {
        reader.problem("output", "uses the topic '" + output + "' twice: give each its own topic");
      }
    }
  }
}
