package io.ardmstream.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ardmstream.block.BlockLayout;
import io.ardmstream.block.BlockModel;
import io.ardmstream.likelihood.registry.BundleRegistry;
import io.ardmstream.media.Modality;
import io.ardmstream.mixing.Mixing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ModelBundleTest {

  private final Map<String, byte[]> files = TinyBundles.imageFiles();

  private ModelBundle load() throws IOException {
    return ModelBundle.load(TinyBundles.source(files));
  }

  @Test
  void aDescriptionSurvivesJson() throws IOException {
    BundleDescription description = load().description();
    assertThat(DescriptionJson.read(DescriptionJson.write(description))).isEqualTo(description);
  }

  @Test
  void theDigestIsThatOfTheDescription() throws IOException {
    assertThat(load().id().digest()).isEqualTo(Digests.sha256(files.get("model.json")));
    assertThat(load().id().name()).isEqualTo("tiny-image");
  }

  @Test
  void damagedWeightsAreRefused() {
    files.get("weights.bin")[100] ^= 1;
    assertThatThrownBy(() -> load().networks())
        .isInstanceOf(IOException.class)
        .hasMessageContaining("weights.bin of model tiny-image v1 is damaged");
  }

  @Test
  void aDescriptionWithoutFilesIsRefused() {
    String json = new String(files.get("model.json"), StandardCharsets.UTF_8);
    files.put(
        "model.json", json.replace("\"files\"", "\"other\"").getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(this::load)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("lists no files");
  }

  @Test
  void newerLayoutsAreRefused() {
    String json = new String(files.get("model.json"), StandardCharsets.UTF_8);
    files.put(
        "model.json",
        json.replace("\"format\": 1", "\"format\": 4").getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(this::load).hasMessageContaining("bundle layout 4");
  }

  @Test
  void aModelThatMixesHasALayoutThatOlderSoftwareRefuses() throws IOException {
    Map<String, byte[]> mixing = TinyBundles.mixedImageFiles(1, 1);
    BundleDescription description = ModelBundle.load(TinyBundles.source(mixing)).description();
    assertThat(description.format()).isEqualTo(BundleDescription.MIXED);
    assertThat(description.mixing()).contains(Mixing.LIGHT);

    String json = new String(mixing.get("model.json"), StandardCharsets.UTF_8);
    mixing.put(
        "model.json",
        json.replace("\"format\": 2", "\"format\": 1").getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(() -> ModelBundle.load(TinyBundles.source(mixing)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("mixes, but its bundle has not layout 2");
  }

  @Test
  void aModelForAnyOrderHasALayoutThatOlderSoftwareRefuses() throws IOException {
    Map<String, byte[]> any = TinyBundles.orderAgnosticFiles(16, 2);
    assertThat(ModelBundle.load(TinyBundles.source(any)).description().format()).isEqualTo(3);

    String json = new String(any.get("model.json"), StandardCharsets.UTF_8);
    any.put(
        "model.json",
        json.replace("\"format\": 3", "\"format\": 2").getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(() -> ModelBundle.load(TinyBundles.source(any)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("is for any order, but its bundle has not layout 3");
  }

  @Test
  void aModelThatIsNotExactRefusesToStart() throws IOException {
    byte[] golden = files.get("golden.bin").clone();
    golden[golden.length - 1] ^= 4;
    ModelBundle bundle = load();
    BundleFiles wrong =
        path -> path.equals("golden.bin") ? golden : TinyBundles.source(files).read(path);
    ModelBundle inexact = new ModelBundle(bundle.id(), bundle.description(), wrong);
    try (BundleRegistry registry =
        new BundleRegistry(List.of(inexact), InferenceEngine.java(), 1)) {
      assertThatThrownBy(() -> registry.byName("tiny-image"))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("does not compute exactly on this machine: network channel2");
    }
  }

  @Test
  void aRegistryFindsModelsByNameAndByDigest() throws IOException {
    ModelBundle bundle = load();
    try (BundleRegistry registry = new BundleRegistry(List.of(bundle), InferenceEngine.java(), 1)) {
      BlockModel model = registry.byName("tiny-image").orElseThrow();
      assertThat(registry.byDigest(bundle.id().digest().substring(0, 12))).containsSame(model);
      assertThat(registry.byName("other")).isEmpty();
      assertThat(registry.available()).containsExactly(bundle.id());
    }
  }

  @Test
  void aRegistryChoosesForAKindOfMediaWithoutOpeningModels() throws IOException {
    ModelBundle inexact = new ModelBundle(load().id(), load().description(), path -> new byte[0]);
    try (BundleRegistry registry =
        new BundleRegistry(List.of(inexact), InferenceEngine.java(), 1)) {
      BlockLayout picture = new BlockLayout(Modality.IMAGE, 8, 8, 3, 8, false);
      BlockLayout sound = new BlockLayout(Modality.AUDIO, 8, 1, 1, 16, true);
      assertThat(registry.preferredFor(picture)).contains("tiny-image");
      assertThat(registry.preferredFor(sound)).isEmpty();
      assertThatThrownBy(() -> registry.byName("tiny-image")).isInstanceOf(RuntimeException.class);
    }
  }
}
