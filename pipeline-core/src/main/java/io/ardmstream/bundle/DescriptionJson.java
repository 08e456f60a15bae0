package io.ardmstream.bundle;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonDeserializationContext;
import com.google.gson.JsonDeserializer;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonSerializationContext;
import com.google.gson.JsonSerializer;
import io.ardmstream.network.Layer;
import java.lang.reflect.Type;

/** Reads and writes {@code model.json}; a layer's kind is its {@code op}. */
public final class DescriptionJson {

  private static final Gson GSON =
      new GsonBuilder()
          .setPrettyPrinting()
          .disableHtmlEscaping()
          .registerTypeAdapter(Layer.class, new LayerAdapter())
          .create();

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
      object.addProperty("op", layer instanceof Layer.Dense ? "dense" : "sum");
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
      return switch (op) {
        case "dense" -> context.deserialize(json, Layer.Dense.class);
        case "sum" -> context.deserialize(json, Layer.Sum.class);
        default -> throw new IllegalArgumentException("unknown layer op " + op);
      };
    }
  }
}
