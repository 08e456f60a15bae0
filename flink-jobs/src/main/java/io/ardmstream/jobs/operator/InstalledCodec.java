package io.ardmstream.jobs.operator;

import io.ardmstream.block.BlockLayout;
import io.ardmstream.block.BlockModel;
import io.ardmstream.block.ModelId;
import io.ardmstream.block.ModelRegistry;
import io.ardmstream.codec.Codec;
import io.ardmstream.jobs.config.CodecSettings;
import io.ardmstream.media.Limits;
import io.ardmstream.media.MediaKind;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Predicate;

/** Opens codecs with the models that are on the class path, if there are any. */
final class InstalledCodec {

  private static final BlockLayout TYPICAL_IMAGE =
      new BlockLayout(MediaKind.IMAGE, 64, 64, 3, 8, false);
  private static final BlockLayout TYPICAL_AUDIO =
      new BlockLayout(MediaKind.AUDIO, 4096, 1, 2, 16, true);

  private InstalledCodec() {}

  static Codec forEncoding(CodecSettings settings) {
    ModelRegistry models = models();
    Codec.Builder codec = Codec.builder().models(models).verify(settings.verify());
    chosen(settings.imageModel(), TYPICAL_IMAGE, models).ifPresent(codec::imageModel);
    chosen(settings.audioModel(), TYPICAL_AUDIO, models).ifPresent(codec::audioModel);
    return codec.build();
  }

  static Codec forDecoding(Limits limits) {
    return Codec.builder().models(models()).limits(limits).build();
  }

  private static ModelRegistry models() {
    return ServiceLoader.load(ModelRegistry.class).findFirst().orElseGet(ModelRegistry::of);
  }

  private static Optional<String> chosen(String name, BlockLayout typical, ModelRegistry models) {
    if (!name.isEmpty()) {
      return Optional.of(name).filter(given -> !given.equals(CodecSettings.NO_MODEL));
    }
    return models.available().stream()
        .map(ModelId::name)
        .filter(known -> models.byName(known).filter(covering(typical)).isPresent())
        .findFirst();
  }

  private static Predicate<BlockModel> covering(BlockLayout typical) {
    return model -> model.covers(typical);
  }
}
