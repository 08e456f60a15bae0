package io.ardmstream.cli.bench;

import io.ardmstream.block.BlockMode;
import io.ardmstream.cli.files.Details;
import io.ardmstream.codec.EncodeStatistics;
import java.io.PrintWriter;
import java.util.Map;
import java.util.stream.Collectors;

/** A bench as text: a line a file, unless they are very many, and the totals. */
final class BenchTable {
  private static final int MOST_ROWS = 60;
  private static final double MEGA = 1e6;

  private final BenchTotals totals;

  BenchTable(BenchTotals totals) {
    this.totals = totals;
  }

  void print(PrintWriter out) {
    if (totals.rows().size() <= MOST_ROWS) {
      out.printf(
          "%-40s %12s %12s %12s %8s %8s %8s%n",
          "file", "bytes", "samples", "encoded", "bits", "ratio", "of file");
      totals.rows().forEach(row -> printRow(row, out));
    }
    out.printf(
        "%,d files of %,d bytes, %,d samples of %,d bytes, encoded %,d bytes%n",
        totals.rows().size(),
        totals.fileBytes(),
        totals.samples(),
        totals.rawBytes(),
        totals.encodedBytes());
    out.printf(
        "%.4f bits per sample; ratio %.3f to the samples, %.3f to the files%n",
        totals.bitsPerDimension(), totals.ratio(), totals.fileRatio());
    out.printf(
        "encode %.2f MB/s, decode %.2f MB/s%n",
        totals.encodeBytesPerSecond() / MEGA, totals.decodeBytesPerSecond() / MEGA);
    out.printf("model %s, blocks: %s%n", totals.model(), modes(totals.modes()));
    if (totals.groups() > 0) {
      out.printf("%d records in %d groups%n", totals.grouped(), totals.groups());
    }
    out.printf(
        "%d of %d identical%n", totals.rows().size() - totals.mismatches(), totals.rows().size());
    out.flush();
  }

  private static void printRow(BenchRow row, PrintWriter out) {
    EncodeStatistics encoded = row.encoded();
    out.printf(
        "%-40s %,12d %,12d %,12d %8.4f %8.3f %8.3f%s%n",
        shortened(row.file().toString()),
        encoded.inputBytes(),
        encoded.rawBytes(),
        encoded.encodedBytes(),
        encoded.bitsPerDimension(),
        Details.ratio(encoded.rawBytes(), encoded.encodedBytes()),
        Details.ratio(encoded.inputBytes(), encoded.encodedBytes()),
        row.identical() ? "" : "  DIFFERS");
  }

  private static String shortened(String file) {
    int most = 40;
    return file.length() <= most ? file : "…" + file.substring(file.length() - most + 1);
  }

  private static String modes(Map<BlockMode, Integer> modes) {
    return modes.entrySet().stream()
        .map(mode -> mode.getValue() + " " + Details.lower(mode.getKey()))
        .collect(Collectors.joining(", "));
  }
}
