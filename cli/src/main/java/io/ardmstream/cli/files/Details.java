package io.ardmstream.cli.files;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.ardmstream.block.BlockMode;
import io.ardmstream.codec.EncodeStatistics;
import io.ardmstream.codec.LostBlock;
import io.ardmstream.codec.PartialDecode;
import io.ardmstream.container.ContainerInfo;
import io.ardmstream.media.SampleLayout;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Facts about records as JSON. Keys are part of the interface: never renamed, only added to. */
public final class Details {
  private Details() {}

  public static JsonObject of(EncodeStatistics statistics) {
    JsonObject json = new JsonObject();
    json.addProperty("media", lower(statistics.media()));
    json.addProperty("fidelity", lower(statistics.fidelity()));
    addLayout(json, statistics.layout());
    json.addProperty("input_bytes", statistics.inputBytes());
    json.addProperty("encoded_bytes", statistics.encodedBytes());
    json.addProperty("leaning_saved_bytes", statistics.leaningSavedBytes());
    json.addProperty("bits_per_dimension", statistics.bitsPerDimension());
    json.addProperty("ratio", ratio(statistics.rawBytes(), statistics.encodedBytes()));
    json.add("modes", modes(statistics.modes()));
    statistics.model().ifPresent(model -> json.addProperty("model", model.toString()));
    json.add("fallback_reasons", texts(statistics.fallbackReasons()));
    json.addProperty("verification", lower(statistics.verification()));
    return json;
  }

  public static JsonObject of(ContainerInfo info) {
    JsonObject json = new JsonObject();
    json.addProperty("format_version", info.version());
    json.addProperty("media", lower(info.type()));
    json.addProperty("fidelity", lower(info.fidelity()));
    addLayout(json, info.layout());
    json.addProperty("raw_checksum", "%08x".formatted(info.rawChecksum()));
    json.addProperty("foreign_bytes", info.foreignBytes());
    json.addProperty("encoded_bytes", info.encodedBytes());
    json.addProperty("bits_per_dimension", bitsPerDimension(info));
    json.addProperty("ratio", ratio(info.rawBytes(), info.encodedBytes()));
    info.model().ifPresent(model -> json.addProperty("model", model.toString()));
    json.addProperty("blocks", info.blocks().size());
    json.add("modes", modes(info.modes()));
    json.addProperty("whole", info.whole());
    return json;
  }

  public static JsonObject of(PartialDecode saved) {
    JsonObject json = of(saved.info());
    JsonArray lost = new JsonArray();
    for (LostBlock block : saved.lost()) {
      JsonObject one = new JsonObject();
      one.addProperty("block", block.index());
      one.addProperty("left", block.left());
      one.addProperty("top", block.top());
      one.addProperty("width", block.width());
      one.addProperty("height", block.height());
      one.addProperty("reason", block.reason());
      lost.add(one);
    }
    json.add("lost_blocks", lost);
    return json;
  }

  static double bitsPerDimension(ContainerInfo info) {
    long samples = info.layout().samples();
    return samples == 0 ? 0 : 8.0 * info.encodedBytes() / samples;
  }

  public static double ratio(long rawBytes, long encodedBytes) {
    return encodedBytes == 0 ? 0 : (double) rawBytes / encodedBytes;
  }

  public static JsonObject modes(Map<BlockMode, ? extends Number> modes) {
    JsonObject json = new JsonObject();
    modes.forEach((mode, count) -> json.addProperty(lower(mode), count));
    return json;
  }

  public static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static void addLayout(JsonObject json, SampleLayout layout) {
    json.addProperty("kind", lower(layout.kind()));
    json.addProperty("width", layout.width());
    json.addProperty("height", layout.height());
    json.addProperty("channels", layout.channels());
    json.addProperty("bit_depth", layout.bitDepth());
    json.addProperty("samples", layout.samples());
    json.addProperty("raw_bytes", layout.rawBytes());
  }

  private static JsonElement texts(List<String> texts) {
    JsonArray array = new JsonArray();
    texts.forEach(array::add);
    return array;
  }
}
