package io.ardmstream.cli.bench;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a thread that codes is busy with: told by the package or class that the innermost frame of
 * ours belongs to, the longest name first.
 */
enum Stage {
  /** Files taken apart and put together. */
  FORMAT("media.", "deflate."),
  /** Reversible transforms of colours and of audio. */
  TRANSFORM("transform.", "likelihood.image.tile.ColourTile", "likelihood.image.ImageBlocks"),
  /** Predictors that adapt, by least squares and filters. */
  PREDICTION(
      "transform.audio.predictor.",
      "likelihood.image.BandedFit",
      "likelihood.image.LocalPredictor",
      "vector.VectorEquations",
      "vector.VectorPredictorKernel"),
  /** What networks are told of a sample. */
  FEATURES(
      "likelihood.image.PixelRows",
      "likelihood.image.tile.",
      "likelihood.audio.CausalFeatures",
      "likelihood.audio.AudioFeatures",
      "likelihood.audio.ResidualRows",
      "likelihood.audio.ResidualHistory"),
  NETWORK("network.", "vector.VectorKernel", "tensorflow."),
  DISTRIBUTION("distribution."),
  /** Contexts, and probabilities made of many opinions. */
  MIXING(
      "mixing.",
      "likelihood.mixed.",
      "likelihood.image.",
      "likelihood.audio.",
      "block.coefficient."),
  /** Digits and decisions to bytes and back. */
  CODER("coder.", "ardm."),
  /** Blocks coded without a network. */
  CLASSIC("block.classic.", "block.turbo."),
  CONTAINER("container.", "bytes."),
  /** Whatever else coding does: choosing, copying, comparing. */
  OTHER("");

  private static final String OURS = "io.ardmstream.";
  private static final Map<String, Stage> BY_PREFIX = byPrefix();

  private final String[] prefixes;

  Stage(String... prefixes) {
    this.prefixes = prefixes;
  }

  /** What the classes of the frames of a thread are at, innermost frame first. */
  static Stage of(List<String> classes) {
    return classes.stream()
        .filter(name -> name.startsWith(OURS))
        .findFirst()
        .map(name -> ofClass(name.substring(OURS.length())))
        .orElse(OTHER);
  }

  private static Stage ofClass(String name) {
    return BY_PREFIX.entrySet().stream()
        .filter(entry -> name.startsWith(entry.getKey()))
        .findFirst()
        .orElseThrow()
        .getValue();
  }

  /** Longest prefixes first. */
  private static Map<String, Stage> byPrefix() {
    Map<String, Stage> all =
        new TreeMap<>(
            Comparator.comparingInt(String::length)
                .reversed()
                .thenComparing(Comparator.naturalOrder()));
    for (Stage stage : values()) {
      stage.prefixes().forEach(prefix -> all.put(prefix, stage));
    }
    return all;
  }

  List<String> prefixes() {
    return List.of(prefixes);
  }

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
