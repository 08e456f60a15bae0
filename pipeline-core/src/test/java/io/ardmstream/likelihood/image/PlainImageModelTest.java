package io.ardmstream.likelihood.image;

import io.ardmstream.bundle.TinyBundles;
import java.util.Map;

class PlainImageModelTest extends ImageModelContract {

  @Override
  Map<String, byte[]> files() {
    return TinyBundles.imageFiles();
  }
}
