package io.ardmstream.demo;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * The table at the end: one line a file, beside what PNG or FLAC makes of it.
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
        "  %-26s %12s %12s %9s %12s %11s%n",
        "file", "raw bytes", "ardm bytes", "bits/dim", "PNG / FLAC", "difference");
    rows.forEach(row -> line(out, row));
    for (String stream : List.of(SampleFiles.IMAGES, SampleFiles.AUDIO)) {
      total(out, stream);
    }
    out.println(
        "  PNG as the JDK writes it; FLAC measured beforehand, see samples/flac-sizes.tsv.");
    out.println(
        "  The models have learnt from most of these files; docs/BENCHMARKS.md has those they have"
            + " never seen.");
  }

  private void total(PrintStream out, String stream) {
    List<Row> ours = rows.stream().filter(row -> row.sample.stream().equals(stream)).toList();
    StreamRates sum = ours.stream().map(Row::rates).reduce(StreamRates.NONE, StreamRates::plus);
    boolean known = ours.stream().allMatch(row -> row.sample.peerBytes().isPresent());
    long peer = ours.stream().mapToLong(row -> row.sample.peerBytes().orElse(0)).sum();
    line(out, "all " + stream, sum, known ? OptionalLong.of(peer) : OptionalLong.empty());
  }

  private static void line(PrintStream out, Row row) {
    line(out, row.sample.name(), row.rates, row.sample.peerBytes());
  }

  private static void line(PrintStream out, String name, StreamRates rates, OptionalLong peer) {
    out.printf(
        "  %-26s %,12d %,12d %9.3f %12s %11s%n",
        name,
        rates.rawBytes(),
        rates.encodedBytes(),
        rates.bitsPerDimension(),
        peer.isPresent() ? String.format(Locale.ROOT, "%,d", peer.getAsLong()) : "-",
        peer.isPresent() ? difference(rates.encodedBytes(), peer.getAsLong()) : "-");
  }

  private static String difference(long ours, long peer) {
    return String.format(Locale.ROOT, "%+.1f %%", 100.0 * (ours - peer) / peer);
  }
}
