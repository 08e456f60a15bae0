package io.ardmstream.transform.audio.predictor;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The audio predictor with something changed.
 *
 * @param name what is changed
 * @param settings of the parts that are left
 * @param without parts that are left out
 * @param block frames after which the predictor starts anew
 */
public record PredictorVariant(
    String name, PredictorSettings settings, Set<PredictorVariant.Part> without, int block) {

  /** Parts of the predictor. */
  public enum Part {
    LEAST_SQUARES,
    CASCADE,
    BIAS
  }

  private static final int BLOCK = 1 << 16;

  static PredictorVariant of(String name, PredictorSettings settings) {
    return new PredictorVariant(name, settings, EnumSet.noneOf(Part.class), BLOCK);
  }

  public static PredictorVariant published(int id) {
    return of("set " + id, PredictorSettings.byId(id));
  }

  PredictorVariant named(String other) {
    return new PredictorVariant(other, settings, without, block);
  }

  public PredictorVariant without(Part part) {
    return new PredictorVariant("without " + part, settings, EnumSet.of(part), block);
  }

  public PredictorVariant inBlocksOf(int frames) {
    return new PredictorVariant("blocks of " + frames, settings, without, frames);
  }

  public PredictorVariant withoutFilter(int index) {
    int[] places =
        IntStream.range(0, settings.filterLengths().length).filter(i -> i != index).toArray();
    int[] lengths = Arrays.stream(places).map(i -> settings.filterLengths()[i]).toArray();
    double[] rates = Arrays.stream(places).mapToDouble(i -> settings.filterRates()[i]).toArray();
    return of(
        "without the filter of " + settings.filterLengths()[index],
        with(settings.otherTaps(), settings.memory(), settings.batch(), lengths, rates));
  }

  public PredictorVariant withRates(double factor) {
    double[] rates = Arrays.stream(settings.filterRates()).map(rate -> rate * factor).toArray();
    return of(
        "filter rates x " + factor,
        with(
            settings.otherTaps(),
            settings.memory(),
            settings.batch(),
            settings.filterLengths(),
            rates));
  }

  public PredictorVariant withMemory(double memory) {
    return of("memory " + memory, with(settings.otherTaps(), memory, settings.batch()));
  }

  public PredictorVariant withBatch(int batch) {
    return of("batch " + batch, with(settings.otherTaps(), settings.memory(), batch));
  }

  public PredictorVariant withoutOtherChannel() {
    return of("without the other channel", with(0, settings.memory(), settings.batch()));
  }

  private PredictorSettings with(int otherTaps, double memory, int batch) {
    return with(otherTaps, memory, batch, settings.filterLengths(), settings.filterRates());
  }

  private PredictorSettings with(
      int otherTaps, double memory, int batch, int[] lengths, double[] rates) {
    return new PredictorSettings(
        settings.ownTaps(), otherTaps, memory, batch, lengths, rates, settings.mixerRate());
  }
}
