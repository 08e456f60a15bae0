package io.ardmstream.jobs.config;

import java.util.List;

/** Settings that cannot work. Holds every problem found, each with what to do about it. */
public final class ConfigurationException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<String> problems;

  /**
   * @param problems at least one sentence, each naming the setting and the remedy
   */
  public ConfigurationException(List<String> problems) {
    super("the configuration cannot be used:\n  - " + String.join("\n  - ", problems));
    this.problems = List.copyOf(problems);
  }

  /** Every problem found, in the order of the settings. */
  public List<String> problems() {
    return problems;
  }
}
