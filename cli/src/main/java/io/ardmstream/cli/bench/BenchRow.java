package io.ardmstream.cli.bench;

import com.google.gson.JsonObject;
import io.ardmstream.cli.files.Details;
import io.ardmstream.codec.EncodeStatistics;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What was measured of one file.
 *
 * @param place in its group; empty if it was encoded alone
 * @param decodeSeconds its share of the time that decoding its group took, by samples
 * @param identical whether decoding brought it back
 */
record BenchRow(
    Path file,
    EncodeStatistics encoded,
    Optional<Integer> place,
    double decodeSeconds,
    boolean identical) {
  private static final double NANOS = 1e9;

  double encodeSeconds() {
    return encoded.encodeNanos() / NANOS;
  }

  JsonObject json() {
    JsonObject json = new JsonObject();
    json.addProperty("file", file.toString());
    Details.of(encoded).entrySet().forEach(entry -> json.add(entry.getKey(), entry.getValue()));
    json.remove("verification");
    place.ifPresent(number -> json.addProperty("place_in_group", number));
    json.addProperty("encode_seconds", encodeSeconds());
    json.addProperty("decode_seconds", decodeSeconds);
    json.addProperty("identical", identical);
    return json;
  }
}
