package io.ardmstream.jobs.rates;

import io.ardmstream.schema.BlockCounts;
import io.ardmstream.schema.MediaKind;
import io.ardmstream.schema.ModelReference;
import io.ardmstream.schema.RateWindow;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** A window as a row of the table rate_window. */
final class WindowRow {

  static final List<String> KEY =
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
          "leaning_saved_bytes",
          "blocks_ardm",
          "blocks_classic",
          "blocks_stored",
          "blocks_constant",
          "ideal_bits",
          "modelled_bits",
          "stage_bits",
          "encode_millis",
          "fallback_records",
          "verify_failures",
          "run",
          "base");

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

  /** By key and run; empty where the run never forgot the window. */
  static final String SELECT_BASE =
      "select base from rate_window where %s and run = ? and base is not null"
          .formatted(
              KEY.stream().map(column -> column + " = ?").collect(Collectors.joining(" and ")));

  private static final ModelReference NO_MODEL = new ModelReference("", 0, "");

  private WindowRow() {}

  static void setKey(PreparedStatement row, RateWindow window) throws SQLException {
    Object[] key = {
      WindowKey.seconds(window),
      window.getWindowStart().atOffset(ZoneOffset.UTC),
      window.getStream(),
      model(window).getDigest(),
      window.getMedia().name(),
    };
    set(row, 1, key);
  }

  static void set(PreparedStatement row, WindowUpdate update, RateMessages messages)
      throws SQLException {
    RateWindow window = update.sums();
    setKey(row, window);
    Object[] values = {
      model(window).getName(),
      model(window).getVersion(),
      window.getRecords(),
      window.getSamples(),
      window.getRawBytes(),
      window.getSampleBytes(),
      window.getEncodedBytes(),
      window.getLeaningSavedBytes(),
      window.getBlocks().getArdm(),
      window.getBlocks().getClassic(),
      window.getBlocks().getStored(),
      window.getBlocks().getConstant(),
      window.getIdealBits(),
      window.getModelledBits(),
      row.getConnection().createArrayOf("float8", window.getStageBits().toArray()),
      window.getEncodeMillis(),
      window.getFallbackRecords(),
      window.getVerifyFailures(),
      update.run(),
      update.base() == null ? null : messages.toBytes(update.base())
    };
    set(row, KEY.size() + 1, values);
  }

  private static ModelReference model(RateWindow window) {
    return window.getModel() == null ? NO_MODEL : window.getModel();
  }

  private static void set(PreparedStatement row, int first, Object[] values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      row.setObject(first + i, values[i]);
    }
  }

  static RateWindow get(ResultSet row) throws SQLException {
    Instant start = row.getObject("window_start", OffsetDateTime.class).toInstant();
    String digest = row.getString("model_digest");
    RateWindow window =
        RateWindow.newBuilder()
            .setStream(row.getString("stream"))
            .setModel(digest.isEmpty() ? null : model(row, digest))
            .setMedia(MediaKind.valueOf(row.getString("media")))
            .setWindowStart(start)
            .setWindowEnd(start.plusSeconds(row.getLong("window_seconds")))
            .setRecords(row.getLong("records"))
            .setSamples(row.getLong("samples"))
            .setRawBytes(row.getLong("raw_bytes"))
            .setSampleBytes(row.getLong("sample_bytes"))
            .setEncodedBytes(row.getLong("encoded_bytes"))
            .setLeaningSavedBytes(row.getLong("leaning_saved_bytes"))
            .setBlocks(blocks(row))
            .setIdealBits(row.getDouble("ideal_bits"))
            .setModelledBits(row.getDouble("modelled_bits"))
            .setStageBits(List.of((Double[]) row.getArray("stage_bits").getArray()))
            .setEncodeMillis(row.getDouble("encode_millis"))
            .setFallbackRecords(row.getLong("fallback_records"))
            .setVerifyFailures(row.getLong("verify_failures"))
            .build();
    return WindowSums.withRates(window);
  }

  private static ModelReference model(ResultSet row, String digest) throws SQLException {
    return new ModelReference(row.getString("model"), row.getInt("model_version"), digest);
  }

  private static BlockCounts blocks(ResultSet row) throws SQLException {
    return new BlockCounts(
        row.getLong("blocks_ardm"),
        row.getLong("blocks_classic"),
        row.getLong("blocks_stored"),
        row.getLong("blocks_constant"));
  }
}
