package io.ardmstream.training;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * How to train: everything besides the data that decides the result.
 *
 * @param seed of initial weights and of the draws
 * @param steps updates of the weights; 0 derives them from {@code minutes} and the measured speed
 * @param minutes time to spend when {@code steps} is 0
 * @param rows samples per step, or tiles of an order-agnostic model
 * @param rate peak learning rate; rises over the first 200 steps, then falls as a cosine. {@link
 *     Muon} moves hidden matrices by ten times as much
 * @param trunk width of the trunk
 * @param blocks residual blocks in the trunk
 * @param hidden width of a head's hidden layer
 * @param components logistics in the mixture
 * @param reach extent of the context in samples
 * @param slope columns by which a row of the wavefront lags behind the row above; images only
 * @param effort how hard the encoder tries with this model: 0 fast, 1 best
 * @param mixing what is mixed with the network: 0 nothing, 1 light, 2 full; audio only
 */
public record Recipe(
    long seed,
    long steps,
    double minutes,
    int rows,
    double rate,
    int trunk,
    int blocks,
    int hidden,
    int components,
    int reach,
    int slope,
    int effort,
    int mixing) {

  private static final int WARM_UP = 200;

  /** The recipe of the published image model. */
  public static Recipe image() {
    return new Recipe(1, 0, 10, 4096, 2e-3, 96, 3, 64, 3, 4, 2, 0, 0);
  }

  /** The recipe of the published order-agnostic model; {@code rows} are tiles. */
  public static Recipe orderAgnostic() {
    return new Recipe(1, 0, 60, 16, 2e-3, 32, 4, 0, 4, 0, 0, 0, 0);
  }

  /** The recipe of the published audio model. */
  public static Recipe audio() {
    return new Recipe(1, 0, 10, 4096, 2e-3, 48, 2, 48, 3, 16, 1, 0, 0);
  }

  /**
   * This recipe with what a JSON file says instead; its keys are the names of the components.
   *
   * @throws IOException if the file cannot be read or says something unknown
   */
  public Recipe with(Path file) throws IOException {
    Gson gson = new Gson();
    JsonObject merged = gson.toJsonTree(this).getAsJsonObject();
    try {
      JsonObject changes = gson.fromJson(Files.readString(file), JsonObject.class);
      if (changes == null) {
        throw new IOException(file + " is empty, which is no recipe in JSON");
      }
      for (Map.Entry<String, JsonElement> change : changes.entrySet()) {
        if (!merged.has(change.getKey())) {
          throw new IOException(
              "%s: no recipe has \"%s\"; known are %s"
                  .formatted(file, change.getKey(), merged.keySet()));
        }
        merged.add(change.getKey(), change.getValue());
      }
      return gson.fromJson(merged, Recipe.class);
    } catch (JsonParseException e) {
      throw new IOException(file + " is not a recipe in JSON: " + e.getMessage(), e);
    }
  }

  /** This recipe for a time instead of a number of steps. */
  public Recipe withMinutes(double newMinutes) {
    return lasting(0, newMinutes);
  }

  /** This recipe for a number of steps. */
  public Recipe withSteps(long newSteps) {
    return lasting(newSteps, minutes);
  }

  private Recipe lasting(long newSteps, double newMinutes) {
    return new Recipe(
        seed,
        newSteps,
        newMinutes,
        rows,
        rate,
        trunk,
        blocks,
        hidden,
        components,
        reach,
        slope,
        effort,
        mixing);
  }

  /** Learning rate of a step, 1-based. */
  float rateAt(long step) {
    double warm = Math.min(1, step / (double) WARM_UP);
    double cosine = 0.5 * (1 + Math.cos(Math.PI * Math.min(1, step / (double) steps)));
    return (float) (rate * warm * (0.995 * cosine + 0.005));
  }

  /** How far the averaged weights move towards the current ones in a step. */
  static float averagingAt(long step) {
    return (float) Math.max(0.001, 1 / (1 + step * 0.1));
  }
}
