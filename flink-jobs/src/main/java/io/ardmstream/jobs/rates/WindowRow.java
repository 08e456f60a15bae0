package io.ardmstream.jobs.rates;

import io.ardmstream.schema.ModelReference;
import io.ardmstream.schema.RateWindow;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** A window as a row of the table rate_window. */
final class WindowRow {

  private static final List<String> KEY =
      List.of("window_seconds", "window_start", "stream", "model_digest", "media");
  private static final List<String> VALUES =
      List.of(
          "model",
          "model_version",
          "records",
          "samples",
          "raw_bytes",
          "sample_bytes",
          "encoded_bytes",
          "blocks_ardm",
          "blocks_classic",
          "blocks_stored",
          "blocks_constant",
          "ideal_bits",
          "modelled_bits",
          "stage_bits",
          "encode_millis",
          "fallback_records",
          "verify_failures");

  static final String UPSERT =
      "insert into rate_window (%s, %s) values (%s) on conflict (%s) do update set %s"
          .formatted(
              String.join(", ", KEY),
              String.join(", ", VALUES),
              String.join(", ", Collections.nCopies(KEY.size() + VALUES.size(), "?")),
              String.join(", ", KEY),
              VALUES.stream()
                  .map(column -> column + " = excluded." + column)
                  .collect(Collectors.joining(", ")));

  private static final ModelReference NO_MODEL = new ModelReference("", 0, "");

  private WindowRow() {}

  static void set(PreparedStatement row, RateWindow window) throws SQLException {
    ModelReference model = window.getModel() == null ? NO_MODEL : window.getModel();
    Object[] values = {
      WindowKey.seconds(window),
      window.getWindowStart().atOffset(ZoneOffset.UTC),
      window.getStream(),
      model.getDigest(),
      window.getMedia().name(),
      model.getName(),
      model.getVersion(),
      window.getRecords(),
      window.getSamples(),
      window.getRawBytes(),
      window.getSampleBytes(),
      window.getEncodedBytes(),
      window.getBlocks().getArdm(),
      window.getBlocks().getClassic(),
      window.getBlocks().getStored(),
      window.getBlocks().getConstant(),
      window.getIdealBits(),
      window.getModelledBits(),
      row.getConnection().createArrayOf("float8", window.getStageBits().toArray()),
      window.getEncodeMillis(),
      window.getFallbackRecords(),
      window.getVerifyFailures()
    };
    for (int i = 0; i < values.length; i++) {
      row.setObject(i + 1, values[i]);
    }
  }
}
