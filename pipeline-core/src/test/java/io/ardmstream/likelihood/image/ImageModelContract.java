package io.ardmstream.likelihood.image;

import io.ardmstream.block.Block;
import io.ardmstream.block.BlockLayout;
import io.ardmstream.block.BlockModel;
import io.ardmstream.block.BlockModelContract;
import io.ardmstream.bundle.InferenceEngine;
import io.ardmstream.bundle.ModelBundle;
import io.ardmstream.bundle.TinyBundles;
import io.ardmstream.media.Modality;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Models of images that code samples under the networks' distributions as they are, or mix. */
abstract class ImageModelContract extends BlockModelContract {

  abstract Map<String, byte[]> files();

  @Override
  protected BlockModel open(int threads) throws IOException {
    ModelBundle bundle = ModelBundle.load(TinyBundles.source(files()));
    return ImageModel.open(bundle, InferenceEngine.java().load(bundle), threads);
  }

  @Override
  protected List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      blocks.add(ImageModelTest.random(10 + 7 * i, 30 - 3 * i, 1 + i % 4, 8 + i % 2, i));
    }
    return blocks;
  }

  @Override
  protected BlockLayout strange() {
    return new BlockLayout(Modality.IMAGE, 8, 8, 1, 4, false);
  }
}
