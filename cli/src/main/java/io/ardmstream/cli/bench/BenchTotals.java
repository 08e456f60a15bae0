package io.ardmstream.cli.bench;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.ardmstream.block.BlockMode;
import io.ardmstream.block.ModelId;
import io.ardmstream.cli.files.Details;
import io.ardmstream.codec.TypicalBlock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** Sums over the files of a bench. Ratios are of sums, never means of ratios. */
final class BenchTotals {
  private final List<BenchRow> rows = new ArrayList<>();
  private double encodeSeconds;
  private double decodeSeconds;

  void add(BenchRow row) {
    rows.add(row);
  }

  void addSeconds(double encode, double decode) {
    encodeSeconds += encode;
    decodeSeconds += decode;
  }

  List<BenchRow> rows() {
    return List.copyOf(rows);
  }

  long samples() {
    return sum(row -> row.encoded().samples());
  }

  /** Bytes of the files as they are. */
  long fileBytes() {
    return sum(row -> row.encoded().inputBytes());
  }

  /** Bytes of their samples alone. */
  long rawBytes() {
    return sum(row -> row.encoded().rawBytes());
  }

  long encodedBytes() {
    return sum(row -> row.encoded().encodedBytes());
  }

  double bitsPerDimension() {
    return samples() == 0 ? 0 : 8.0 * encodedBytes() / samples();
  }

  /** Bytes of samples for each encoded byte. */
  double ratio() {
    return Details.ratio(rawBytes(), encodedBytes());
  }

  /** Bytes of files for each encoded byte. */
  double fileRatio() {
    return Details.ratio(fileBytes(), encodedBytes());
  }

  double encodeBytesPerSecond() {
    return rawBytes() / encodeSeconds;
  }

  double decodeBytesPerSecond() {
    return rawBytes() / decodeSeconds;
  }

  long mismatches() {
    return rows.stream().filter(row -> !row.identical()).count();
  }

  /** Groups of records that lean on each other. */
  long groups() {
    return rows.stream().filter(row -> row.place().equals(Optional.of(0))).count();
  }

  /** Records in these groups. */
  long grouped() {
    return rows.stream().filter(row -> row.place().isPresent()).count();
  }

  String model() {
    String models =
        rows.stream()
            .flatMap(row -> row.encoded().model().stream())
            .map(ModelId::toString)
            .distinct()
            .collect(Collectors.joining(" + "));
    return models.isEmpty() ? TypicalBlock.NO_MODEL : models;
  }

  Map<BlockMode, Integer> modes() {
    Map<BlockMode, Integer> all = new EnumMap<>(BlockMode.class);
    for (BenchRow row : rows) {
      row.encoded().modes().forEach((mode, count) -> all.merge(mode, count, Integer::sum));
    }
    return all;
  }

  JsonObject json() {
    JsonObject json = new JsonObject();
    json.addProperty("files", rows.size());
    json.addProperty("samples", samples());
    json.addProperty("raw_bytes", rawBytes());
    json.addProperty("encoded_bytes", encodedBytes());
    json.addProperty("bits_per_dimension", bitsPerDimension());
    json.addProperty("ratio", ratio());
    json.addProperty("file_bytes", fileBytes());
    json.addProperty("file_ratio", fileRatio());
    json.addProperty("encode_seconds", encodeSeconds);
    json.addProperty("decode_seconds", decodeSeconds);
    json.addProperty("encode_bytes_per_second", finite(encodeBytesPerSecond()));
    json.addProperty("decode_bytes_per_second", finite(decodeBytesPerSecond()));
    json.addProperty("mismatches", mismatches());
    json.addProperty("groups", groups());
    json.addProperty("records_in_groups", grouped());
    json.add("modes", Details.modes(modes()));
    json.addProperty("model", model());
    json.addProperty("modelled_bytes", sum(row -> row.encoded().modelledBytes()));
    json.addProperty("ideal_bits", sumOf(row -> row.encoded().idealBits()));
    JsonArray array = new JsonArray();
    rows.forEach(row -> array.add(row.json()));
    json.add("rows", array);
    return json;
  }

  private long sum(ToLongFunction<BenchRow> value) {
    return rows.stream().mapToLong(value).sum();
  }

  private double sumOf(ToDoubleFunction<BenchRow> value) {
    return rows.stream().mapToDouble(value).sum();
  }

  private static double finite(double value) {
    return Double.isFinite(value) ? value : 0;
  }
}
