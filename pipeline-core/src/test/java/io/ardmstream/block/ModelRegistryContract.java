package io.ardmstream.block;

import static org.assertj.core.api.Assertions.assertThat;

import io.ardmstream.media.Modality;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every registry promises of the models in it: here one of images and one of audio. */
public abstract class ModelRegistryContract {
  private static final BlockLayout PICTURE = new BlockLayout(Modality.IMAGE, 8, 8, 3, 8, false);
  private static final BlockLayout SOUND = new BlockLayout(Modality.AUDIO, 8, 1, 1, 16, true);
  private static final BlockLayout BYTES = new BlockLayout(Modality.OPAQUE, 8, 1, 1, 8, false);

  private ModelRegistry registry;

  /** A registry of the models {@code tiny-image} and {@code tiny-audio}, in this order. */
  protected abstract ModelRegistry create() throws IOException;

  @BeforeEach
  void open() throws IOException {
    registry = create();
  }

  @AfterEach
  void close() {
    registry.close();
  }

  @Test
  void modelsAreFoundByNameAndByTheBeginningOfTheirDigest() {
    for (ModelId id : registry.available()) {
      BlockModel model = registry.byName(id.name()).orElseThrow();
      assertThat(model.id()).isEqualTo(id);
      assertThat(registry.byDigest(id.digest().substring(0, 12))).containsSame(model);
      assertThat(registry.byDigest(id.digest())).containsSame(model);
    }
  }

  @Test
  void whatItLacksIsNotFound() {
    assertThat(registry.byName("other")).isEmpty();
    assertThat(registry.byDigest("000000000000")).isEmpty();
    assertThat(registry.covers("other", PICTURE)).isFalse();
    assertThat(registry.preferredFor(BYTES)).isEmpty();
  }

  @Test
  void eachShapeHasTheModelThatCoversIt() {
    assertThat(registry.preferredFor(PICTURE)).contains("tiny-image");
    assertThat(registry.preferredFor(SOUND)).contains("tiny-audio");
    assertThat(registry.covers("tiny-image", PICTURE)).isTrue();
    assertThat(registry.covers("tiny-image", SOUND)).isFalse();
    for (ModelId id : registry.available()) {
      BlockModel model = registry.byName(id.name()).orElseThrow();
      assertThat(registry.covers(id.name(), SOUND)).isEqualTo(model.covers(SOUND));
      assertThat(registry.covers(id.name(), PICTURE)).isEqualTo(model.covers(PICTURE));
    }
  }

  @Test
  void closingItTwiceDoesNoHarm() {
    registry.byName("tiny-image").orElseThrow();
    registry.close();
  }
}
