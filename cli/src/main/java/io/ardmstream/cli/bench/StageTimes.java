package io.ardmstream.cli.bench;

import com.google.gson.JsonObject;

/**
 * Where the time of encoding and that of decoding went. Verification decodes, so that encoding with
 * it takes both.
 */
record StageTimes(StageProfile encoding, StageProfile decoding) {

  String text() {
    StringBuilder text = new StringBuilder("%-14s %8s %8s".formatted("stage", "encode", "decode"));
    for (Stage stage : Stage.values()) {
      if (encoding.share(stage) + decoding.share(stage) > 0) {
        text.append(
            "%n%-14s %6.1f %% %6.1f %%"
                .formatted(
                    stage.label(), 100 * encoding.share(stage), 100 * decoding.share(stage)));
      }
    }
    return text.toString();
  }

  JsonObject json() {
    JsonObject json = new JsonObject();
    json.add("encode", json(encoding));
    json.add("decode", json(decoding));
    return json;
  }

  private static JsonObject json(StageProfile profile) {
    JsonObject json = new JsonObject();
    for (Stage stage : Stage.values()) {
      json.addProperty(stage.label(), profile.share(stage));
    }
    return json;
  }
}
