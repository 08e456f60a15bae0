package io.ardmstream.studies.orderagnostic;

import io.ardmstream.training.TrainingTask;
import java.util.List;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/** The placeholders of a {@link PictureBatch}. */
record MaskedInputs(
    int stages,
    Placeholder<TFloat32> known,
    Placeholder<TFloat32> width,
    Placeholder<TFloat32> beforeCentre,
    Placeholder<TFloat32> beforeHalf,
    Placeholder<TFloat32> afterCentre,
    Placeholder<TFloat32> afterHalf,
    Placeholder<TFloat32> weight,
    Placeholder<TFloat32> stage) {

  static MaskedInputs create(Ops tf, int stages) {
    return new MaskedInputs(
        stages,
        picture(tf),
        picture(tf),
        picture(tf),
        picture(tf),
        picture(tf),
        picture(tf),
        picture(tf),
        tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, 1, 1, stages))));
  }

  private static Placeholder<TFloat32> picture(Ops tf) {
    return tf.placeholder(TFloat32.class, Placeholder.shape(shape(-1)));
  }

  private static Shape shape(int pictures) {
    return Shape.of(pictures, SmallPicture.SIDE, SmallPicture.SIDE, SmallPicture.CHANNELS);
  }

  List<TrainingTask.Feed> feeds(PictureBatch batch) {
    Shape shape = shape(batch.pictures());
    return List.of(
        new TrainingTask.Feed(known, shape, batch.known),
        new TrainingTask.Feed(width, shape, batch.width),
        new TrainingTask.Feed(beforeCentre, shape, batch.before[0]),
        new TrainingTask.Feed(beforeHalf, shape, batch.before[1]),
        new TrainingTask.Feed(afterCentre, shape, batch.after[0]),
        new TrainingTask.Feed(afterHalf, shape, batch.after[1]),
        new TrainingTask.Feed(weight, shape, batch.weight),
        new TrainingTask.Feed(stage, Shape.of(batch.pictures(), 1, 1, stages), batch.stage));
  }
}
