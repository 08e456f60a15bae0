package io.ardmstream.cli.streams;

import java.util.List;
import picocli.CommandLine.Option;

/** Whether a job that was interrupted goes on where it was. */
final class ResumeFlags {
  @Option(
      names = "--resume",
      negatable = true,
      defaultValue = "true",
      fallbackValue = "true",
      description =
          "Go on from the newest complete checkpoint of this job, if there is one (default), so that"
              + " nothing is written twice; or, with --no-resume, start anew as input.start says.")
  private boolean resume;

  /** Adds what was asked for to the settings of a job. */
  void addTo(List<String> settings) {
    if (!resume) {
      settings.addAll(List.of("--job.resume", "false"));
    }
  }
}
