package io.ardmstream.likelihood.image;

import io.ardmstream.bundle.TinyBundles;
import java.util.Map;

class MixingImageModelTest extends ImageModelContract {

  @Override
  Map<String, byte[]> files() {
    return TinyBundles.mixedImageFiles(1, 1);
  }
}
