package io.ardmstream.cli.shell;

/** How much the libraries may say on standard error. Chosen before the first of them speaks. */
public final class Logging {
  /** Environment variable that names a file for the log of a job. */
  private static final String FILE = "ARDM_LOG";

  private static final String CONFIGURATION = "log4j2.configurationFile";

  private Logging() {}

  /**
   * Only what ends the process: for commands that say in their own words what is wrong. Brokers and
   * clusters that come and go in one process complain about each other without harm.
   */
  public static void quiet() {
    choose("log4j2-quiet.properties");
  }

  /**
   * What an operator wants to know of a job; or everything, in the file that the environment
   * variable {@code ARDM_LOG} names.
   */
  public static void job() {
    boolean toFile = !System.getenv().getOrDefault(FILE, "").isBlank();
    choose(toFile ? "log4j2-job-file.properties" : "log4j2-job.properties");
  }

  private static void choose(String file) {
    if (System.getProperty(CONFIGURATION) == null) {
      System.setProperty(CONFIGURATION, file);
    }
  }
}
