package io.ardmstream.bundle;

import io.ardmstream.api.PublicApi;
import io.ardmstream.api.PublicApi.Stability;
import io.ardmstream.mixing.Mixing;
import io.ardmstream.network.NetworkSpec;
import io.ardmstream.transform.audio.SearchEffort;
import io.ardmstream.transform.image.ColourTransform;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The contents of {@code model.json}. The SHA-256 of that file's bytes is the bundle's digest; it
 * pins every other file through {@link #files()}.
 *
 * @param format version of the bundle layout: {@value #FORMAT}, {@value #MIXED} if the model mixes,
 *     or {@value #ORDER_AGNOSTIC} if it is for any order
 * @param name for example {@code image-fast}
 * @param version counts up with every publication of that name
 * @param modality {@code image} or {@code audio}
 * @param schedule id of the generation order, see {@link io.ardmstream.ardm.Schedule}, or {@value
 *     #ANY_ORDER}
 * @param base digits of depth upscaling are in this base
 * @param parameters whole numbers that the modality's context and head need
 * @param networks in order of evaluation
 * @param files SHA-256 (hexadecimal) of every other file of the bundle by its relative path
 */
@PublicApi(Stability.EVOLVING)
public record BundleDescription(
    int format,
    String name,
    int version,
    String modality,
    String schedule,
    int base,
    Map<String, Integer> parameters,
    List<NetworkSpec> networks,
    Map<String, String> files) {

  /** Version of the bundle layout of models that mix nothing. */
  public static final int FORMAT = 1;

  /** Version of the layout of those with the parameter {@code mixing}. */
  public static final int MIXED = 2;

  /** Version of the layout of those for any order, and the newest one. */
  public static final int ORDER_AGNOSTIC = 3;

  /** The schedule of models that code in whatever order the encoder chooses. */
  public static final String ANY_ORDER = "any";

  /** Whether the encoder chooses order and steps. */
  public boolean orderAgnostic() {
    return ANY_ORDER.equals(schedule);
  }

  /** How hard the encoder tries: the parameter {@code effort}, 0 where it is missing. */
  public SearchEffort effort() {
    return parameters.getOrDefault("effort", 0) == 0 ? SearchEffort.FAST : SearchEffort.BEST;
  }

  /** What is mixed with the networks' distributions: the parameter {@code mixing}, 0 if missing. */
  public Optional<Mixing> mixing() {
    return Mixing.of(parameters.getOrDefault("mixing", 0));
  }

  /** How colours are decorrelated: the parameter {@code colours}, 0 where it is missing. */
  public ColourTransform colours() {
    return ColourTransform.of(parameters.getOrDefault("colours", 0));
  }

  /** A parameter that must be there. */
  public int parameter(String key) {
    Integer value = parameters.get(key);
    if (value == null) {
      throw new IllegalArgumentException(
          "model %s v%d lacks the parameter %s".formatted(name, version, key));
    }
    return value;
  }
}
