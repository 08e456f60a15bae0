package io.ardmstream.jobs.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ardmstream.block.BlockLayout;
import io.ardmstream.block.BlockModel;
import io.ardmstream.block.ModelId;
import io.ardmstream.block.ModelRegistry;
import io.ardmstream.media.Fidelity;
import io.ardmstream.media.Modality;
import java.util.List;
import java.util.Optional;
import org.apache.flink.runtime.execution.SuppressRestartsException;
import org.junit.jupiter.api.Test;

class ModelChecksTest {
  private static final List<String> NAMES = List.of("image-fast", "image-best", "audio-fast");

  private static CodecSettings settings(String image, String audio) {
    return new CodecSettings(image, audio, 100, "auto", true, Fidelity.BYTES, 1 << 20, 256);
  }

  private static List<String> problems(String image, String audio) {
    return ModelChecks.problems(settings(image, audio), new Names(NAMES));
  }

  @Test
  void installedModelsAndNoneAreFine() {
    assertThat(problems("", "")).isEmpty();
    assertThat(problems("none", "audio-fast")).isEmpty();
    assertThat(problems("image-best", "none")).isEmpty();
    assertThat(problems("turbo", "turbo")).isEmpty();
  }

  @Test
  void misspeltOnesAreNamedWithWhatWasMeant() {
    assertThat(problems("image-bst", "adio-fast"))
        .containsExactly(
            "codec.image-model is image-bst, which is not installed; did you mean image-best?"
                + " Or write one of none, turbo, image-fast, image-best",
            "codec.audio-model is adio-fast, which is not installed; did you mean audio-fast?"
                + " Or write one of none, turbo, audio-fast");
    assertThat(problems("something", ""))
        .containsExactly(
            "codec.image-model is something, which is not installed: write one of none, turbo,"
                + " image-fast, image-best");
  }

  @Test
  void aModelOfTheOtherKindIsAProblem() {
    assertThat(problems("audio-fast", ""))
        .singleElement()
        .asString()
        .startsWith("codec.image-model is audio-fast, which is for something else");
  }

  @Test
  void whereNoModelIsInstalledNothingCanBeTold() {
    assertThat(ModelChecks.problems(settings("image-bst", ""), new Names(List.of()))).isEmpty();
  }

  /** A subtask that finds no model must not try again for ever. */
  @Test
  void aSubtaskWithoutTheModelEndsTheJob() {
    assertThatThrownBy(() -> InstalledCodec.forEncoding(settings("image-bst", "none")))
        .isInstanceOf(SuppressRestartsException.class)
        .hasRootCauseMessage(rootMessage());
  }

  private static String rootMessage() {
    return "There is no model image-bst (models at hand: []). Choose one of these, none or turbo.";
  }

  private record Names(List<String> names) implements ModelRegistry {
    @Override
    public List<ModelId> available() {
      return names.stream().map(name -> new ModelId(name, 1, "0".repeat(64))).toList();
    }

    @Override
    public Optional<String> preferredFor(BlockLayout layout) {
      return names.stream().filter(name -> covers(name, layout)).findFirst();
    }

    @Override
    public boolean covers(String name, BlockLayout layout) {
      return name.startsWith(layout.kind() == Modality.IMAGE ? "image" : "audio");
    }

    @Override
    public Optional<BlockModel> byName(String name) {
      throw new IllegalStateException("opened");
    }

    @Override
    public Optional<BlockModel> byDigest(String digestPrefix) {
      throw new IllegalStateException("opened");
    }

    @Override
    public void close() {
      // Holds nothing.
    }
  }
}
