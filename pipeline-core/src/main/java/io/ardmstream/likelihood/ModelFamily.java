package io.ardmstream.likelihood;

import io.ardmstream.block.BlockLayout;
import io.ardmstream.block.BlockModel;
import io.ardmstream.bundle.BundleDescription;
import io.ardmstream.bundle.InferenceEngine;
import io.ardmstream.bundle.ModelBundle;
import java.io.IOException;
import java.util.List;
import java.util.ServiceLoader;

/** Models of one kind: whose bundles it knows to open. Found by {@link ServiceLoader}. */
public interface ModelFamily {

  /** Whether a bundle is of this family. */
  boolean has(BundleDescription description);

  /** Whether models of this family code blocks of this shape. */
  boolean covers(BlockLayout layout);

  /**
   * Checks that what a bundle of this family looks at is known by then in its generation order.
   *
   * @throws IllegalArgumentException if it is not
   */
  void check(BundleDescription description);

  /**
   * Opens the model of a bundle of this family that was checked.
   *
   * @param engine loads the networks of the bundle, unless the family evaluates them itself
   * @param threads that work side by side
   * @throws IOException if the networks cannot be loaded
   * @throws IllegalStateException if it is not exact on this machine
   */
  BlockModel open(ModelBundle bundle, InferenceEngine engine, int threads) throws IOException;

  /** All families of this installation. */
  static List<ModelFamily> installed() {
    return ServiceLoader.load(ModelFamily.class, ModelFamily.class.getClassLoader()).stream()
        .map(ServiceLoader.Provider::get)
        .toList();
  }
}
