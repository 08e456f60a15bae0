package io.ardmstream.bundle;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonDeserializationContext;
import com.google.gson.JsonDeserializer;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonSerializationContext;
import com.google.gson.JsonSerializer;
import io.ardmstream.network.Convolution;
import io.ardmstream.network.Layer;
import java.lang.reflect.Type;
import java.util.Map;

/** Reads and writes {@code model.json}; a layer's kind is its {@code op}. */
public final class DescriptionJson {

  private static final Gson GSON =
      new GsonBuilder()
          .setPrettyPrinting()
          .disableHtmlEscaping()
          .registerTypeAdapter(Layer.class, new LayerAdapter())
          .create();

  private static final Map<String, Class<? extends Layer>> OPS =
      Map.of("dense", Layer.Dense.class, "sum", Layer.Sum.class, "convolution", Convolution.class);

  private DescriptionJson() {}

  /** Text of {@code model.json}. */
  public static String write(BundleDescription description) {
    return GSON.toJson(description) + "\n";
  }

  /** Parses {@code model.json}. */
  public static BundleDescription read(String json) {
    return GSON.fromJson(json, BundleDescription.class);
  }

  private static final class LayerAdapter
      implements JsonSerializer<Layer>, JsonDeserializer<Layer> {

    @Override
    public JsonElement serialize(Layer layer, Type type, JsonSerializationContext context) {
      JsonObject object = new JsonObject();
      OPS.forEach(
          (op, kind) -> {
            if (kind.isInstance(layer)) {
              object.addProperty("op", op);
            }
          });
      context
          .serialize(layer, layer.getClass())
          .getAsJsonObject()
          .entrySet()
          .forEach(e -> object.add(e.getKey(), e.getValue()));
      return object;
    }

    @Override
    public Layer deserialize(JsonElement json, Type type, JsonDeserializationContext context) {
      String op = json.getAsJsonObject().get("op").getAsString();
      Class<? extends Layer> kind = OPS.get(op);
      if (kind == null) {
        throw new IllegalArgumentException("unknown layer op " + op);
      }
      return context.deserialize(json, kind);
    }
  }
}
