package io.ardmstream.demo;

import java.io.PrintStream;
import java.util.Map;

/** Shows the rates while they come in: redrawn in place on a terminal, else line by line. */
final class TerminalView {

  private static final String UP_AND_CLEAR = "\u001b[%dA\u001b[J";
  private static final String HEADING = "  %-8s %8s %14s %14s %7s %9s %10s%n";
  private static final String ROW = "  %-8s %8s %,14d %,14d %7.3f %9.3f %5.0f kB/s%n";

  private final PrintStream out;
  private final boolean redraw;
  private int drawn;

  TerminalView(PrintStream out, boolean redraw) {
    this.out = out;
    this.redraw = redraw;
  }

  void say(String sentence) {
    out.println(sentence);
    drawn = 0;
  }

  /** Shows where the streams are; {@code expected} is the number of records each will have. */
  void show(Map<String, StreamRates> rates, Map<String, Long> expected) {
    if (!redraw && drawn > 0) {
      rates.forEach((stream, rate) -> row(stream, rate, expected));
      return;
    }
    if (drawn > 0) {
      out.printf(UP_AND_CLEAR, drawn);
    }
    out.printf(
        HEADING,
        "stream",
        "records",
        "raw bytes",
        "encoded bytes",
        "ratio",
        "bits/dim",
        "encoding");
    rates.forEach((stream, rate) -> row(stream, rate, expected));
    drawn = rates.size() + 1;
    out.flush();
  }

  private void row(String stream, StreamRates rate, Map<String, Long> expected) {
    out.printf(
        ROW,
        stream,
        rate.records() + "/" + expected.get(stream),
        rate.rawBytes(),
        rate.encodedBytes(),
        rate.ratio(),
        rate.bitsPerDimension(),
        rate.kilobytesPerSecond());
  }
}
