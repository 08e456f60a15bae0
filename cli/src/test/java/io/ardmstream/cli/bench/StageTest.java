package io.ardmstream.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StageTest {

  @Test
  void theInnermostFrameOfOursCounts() {
    assertThat(
            Stage.of(
                List.of(
                    "java.lang.StrictMath",
                    "io.ardmstream.distribution.LogisticMixture",
                    "io.ardmstream.likelihood.mixed.QuickValueCoder")))
        .isEqualTo(Stage.DISTRIBUTION);
  }

  @Test
  void aClassMayBelongToAnotherStageThanItsPackage() {
    assertThat(at("likelihood.image.PixelMixer")).isEqualTo(Stage.MIXING);
    assertThat(at("likelihood.image.BandedFit")).isEqualTo(Stage.PREDICTION);
    assertThat(at("transform.image.YCoCgR")).isEqualTo(Stage.TRANSFORM);
    assertThat(at("transform.audio.predictor.Cholesky")).isEqualTo(Stage.PREDICTION);
    assertThat(at("network.JavaNetwork$DenseStep")).isEqualTo(Stage.NETWORK);
    assertThat(at("vector.VectorKernel")).isEqualTo(Stage.NETWORK);
    assertThat(at("vector.VectorEquations")).isEqualTo(Stage.PREDICTION);
  }

  @Test
  void whateverElseIsOther() {
    assertThat(at("codec.encode.Encoder")).isEqualTo(Stage.OTHER);
    assertThat(Stage.of(List.of("java.lang.Thread"))).isEqualTo(Stage.OTHER);
    assertThat(Stage.of(List.of())).isEqualTo(Stage.OTHER);
  }

  @Test
  void namesOfClassesAreThoseOfClasses() throws ClassNotFoundException {
    for (Stage stage : Stage.values()) {
      for (String prefix : stage.prefixes()) {
        if (!prefix.isEmpty() && !prefix.endsWith(".")) {
          assertThat(Class.forName("io.ardmstream." + prefix)).isNotNull();
        }
      }
    }
  }

  @Test
  void sharesAreOfAllLooks() {
    StageProfile profile = new StageProfile(Map.of(Stage.NETWORK, 3, Stage.MIXING, 1));

    assertThat(profile.share(Stage.NETWORK)).isEqualTo(0.75);
    assertThat(profile.share(Stage.CODER)).isZero();
    assertThat(new StageTimes(profile, new StageProfile(Map.of())).text().lines())
        .containsExactly(
            "stage            encode   decode",
            "network          75.0 %    0.0 %",
            "mixing           25.0 %    0.0 %");
  }

  private static Stage at(String name) {
    return Stage.of(List.of("io.ardmstream." + name));
  }
}
