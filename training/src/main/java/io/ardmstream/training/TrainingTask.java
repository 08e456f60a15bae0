package io.ardmstream.training;

import java.util.List;
import java.util.Random;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/** What the training loop needs to know of a model: its graph and its data. */
public interface TrainingTask {

  /** Values for one placeholder. */
  record Feed(Placeholder<TFloat32> placeholder, Shape shape, float[] values) {

    static Feed scalar(Placeholder<TFloat32> placeholder, float value) {
      return new Feed(placeholder, Shape.scalar(), new float[] {value});
    }
  }

  /** Every trained variable. */
  Parameters parameters();

  /** Bits per sample, a vector with one entry per channel or group; the loss is their mean. */
  Operand<TFloat32> costs();

  /** A batch of training data; called from one thread at a time. */
  List<Feed> draw(Random random);

  /** The same batch at every call, from data that {@link #draw} never gives. */
  List<Feed> validation();
}
