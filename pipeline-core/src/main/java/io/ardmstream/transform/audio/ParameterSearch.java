package io.ardmstream.transform.audio;

import io.ardmstream.transform.audio.predictor.PredictorSettings;
import java.util.ArrayList;
import java.util.List;

/** The encoder's choice of parameters: what makes the residuals cheapest. */
final class ParameterSearch {
  private final int bitDepth;
  private final List<ChannelCode> codes;

  /**
   * @param codes what the analysis proposes for the channels
   */
  ParameterSearch(int bitDepth, List<ChannelCode> codes) {
    this.bitDepth = bitDepth;
    this.codes = codes;
  }

  Decorrelated best(int[][] samples, SearchEffort effort) {
    int sets = effort == SearchEffort.BEST ? PredictorSettings.published() : 1;
    Candidate best = null;
    for (List<ChannelCode> channels : alternatives()) {
      for (int id = 0; id < sets; id++) {
        AudioParameters parameters = new AudioParameters(id, bitDepth, channels).leavingOut();
        Candidate candidate = Candidate.of(samples, parameters);
        best = best == null || candidate.bits() < best.bits() ? candidate : best;
      }
    }
    return best.result();
  }

  /** What may be best where no predictor set has to be chosen. */
  List<AudioParameters> proposals() {
    return alternatives().stream()
        .map(channels -> new AudioParameters(0, bitDepth, channels).leavingOut())
        .toList();
  }

  /**
   * Lists of values have to prove themselves; the rest of the analysis is never worse than nothing.
   */
  private List<List<ChannelCode>> alternatives() {
    List<ChannelCode> plain = new ArrayList<>();
    for (ChannelCode code : codes) {
      boolean listed =
          code instanceof ChannelCode.Predicted p && p.values() instanceof ListedValues;
      plain.add(listed ? AudioParameters.ordinary(bitDepth) : code);
    }
    return plain.equals(codes) ? List.of(codes) : List.of(codes, plain);
  }

  private record Candidate(Decorrelated result, double bits) {

    static Candidate of(int[][] samples, AudioParameters parameters) {
      int[][] residuals = BlockPrediction.residuals(samples, parameters);
      double bits = ResidualCost.bits(residuals) + 8.0 * parameters.toBytes().length;
      return new Candidate(new Decorrelated(residuals, parameters), bits);
    }
  }
}
