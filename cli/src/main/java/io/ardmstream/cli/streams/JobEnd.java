package io.ardmstream.cli.streams;

import io.ardmstream.jobs.config.ReportFormat;
import io.ardmstream.jobs.run.JobReport;
import picocli.CommandLine;

/**
 * The end of a job, for whoever started it.
 *
 * @param report what the job did
 * @param letters its dead-letter topic; empty: none
 */
record JobEnd(JobReport report, String letters) {

  /** Prints the report, and on standard error where to look when records were refused. */
  void print(ReportFormat format, CommandLine command) {
    command.getOut().println(report.in(format));
    command.getOut().flush();
    if (report.deadLetters() > 0 && !letters.isEmpty()) {
      command
          .getErr()
          .println(
              "Dead letters are in %s, whole and with their reasons: ardm dead-letters list --topic %s"
                  .formatted(letters, letters));
      command.getErr().flush();
    }
  }
}
