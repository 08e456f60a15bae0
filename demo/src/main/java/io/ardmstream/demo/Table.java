package io.ardmstream.demo;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/**
 * The table at the end: one line a file, beside the smallest that others make of it.
 *
 * @param rows the lines
 */
record Table(List<Row> rows) {

  /**
   * One line.
   *
   * @param sample the file
   * @param rates what the compress job made of it
   */
  record Row(Sample sample, StreamRates rates) {}

  void print(PrintStream out) {
    out.printf(
        "  %-26s %12s %12s %9s %14s %11s%n",
        "file", "raw bytes", "ardm bytes", "bits/dim", "smallest other", "difference");
    rows.forEach(row -> line(out, row));
    SampleFiles.STREAMS.forEach(stream -> total(out, stream));
    leaning(out);
    out.println(
        "  Smallest other: the file as it is shipped, or well-optimised PNG or FLAC"
            + " (samples/peer-sizes.tsv).");
    out.println(
        "  No model has seen the pictures; those of audio have learnt from most of the recordings."
            + " More: docs/BENCHMARKS.md.");
  }

  private void leaning(PrintStream out) {
    long saved = rows.stream().mapToLong(row -> row.rates.savedBytes()).sum();
    if (saved > 0) {
      out.printf(
          "  Frames lean on those before them: each by itself would take about %,d bytes more.%n",
          saved);
    }
  }

  private void total(PrintStream out, String stream) {
    List<Row> ours = rows.stream().filter(row -> row.sample.stream().equals(stream)).toList();
    StreamRates sum = ours.stream().map(Row::rates).reduce(StreamRates.NONE, StreamRates::plus);
    long peer = ours.stream().mapToLong(row -> row.sample.peerBytes()).sum();
    line(out, "all " + stream, sum, peer);
  }

  private static void line(PrintStream out, Row row) {
    line(out, row.sample.name(), row.rates, row.sample.peerBytes());
  }

  private static void line(PrintStream out, String name, StreamRates rates, long peer) {
    out.printf(
        "  %-26s %,12d %,12d %9.3f %,14d %11s%n",
        name,
        rates.rawBytes(),
        rates.encodedBytes(),
        rates.bitsPerDimension(),
        peer,
        difference(rates.encodedBytes(), peer));
  }

  private static String difference(long ours, long peer) {
    return String.format(Locale.ROOT, "%+.1f %%", 100.0 * (ours - peer) / peer);
  }
}
