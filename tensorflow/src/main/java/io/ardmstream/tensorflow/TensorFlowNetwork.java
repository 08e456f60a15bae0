package io.ardmstream.tensorflow;

import ai.djl.MalformedModelException;
import ai.djl.inference.Predictor;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.repository.zoo.Criteria;
import ai.djl.repository.zoo.ModelNotFoundException;
import ai.djl.repository.zoo.ZooModel;
import ai.djl.translate.NoopTranslator;
import ai.djl.translate.TranslateException;
import io.ardmstream.network.Network;
import io.ardmstream.network.NetworkSpec;
import io.ardmstream.network.Planes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;

/**
 * Evaluates a network's SavedModel with DJL's TensorFlow engine.
 *
 * <p>Inputs and outputs of the SavedModel are called {@code input0}, {@code input1}, ... and {@code
 * output0}, ... in the order of the {@link NetworkSpec}. One instance serves one thread.
 */
public final class TensorFlowNetwork implements Network {

  private final NetworkSpec spec;
  private final ZooModel<NDList, NDList> model;
  private final Predictor<NDList, NDList> predictor;

  /** Used again and again: outside the heap, only the garbage collector would free them. */
  private final ByteBuffer[] buffers;

  private TensorFlowNetwork(NetworkSpec spec, ZooModel<NDList, NDList> model) {
    this.spec = spec;
    this.model = model;
    this.predictor = model.newPredictor();
    this.buffers = new ByteBuffer[spec.inputs().size()];
  }

  /**
   * Loads a SavedModel.
   *
   * @param folder holds {@code saved_model.pb}
   * @throws IOException if it cannot be read
   */
  public static TensorFlowNetwork load(NetworkSpec spec, Path folder) throws IOException {
    try {
      return new TensorFlowNetwork(
          spec,
          Criteria.builder()
              .setTypes(NDList.class, NDList.class)
              .optEngine("TensorFlow")
              .optModelPath(folder)
              .optModelName("saved_model")
              .optTranslator(new NoopTranslator(null))
              .build()
              .loadModel());
    } catch (ModelNotFoundException | MalformedModelException e) {
      throw new IOException("cannot load the network " + spec.name() + " from " + folder, e);
    }
  }

  @Override
  public float[][][] evaluate(int rows, float[][]... inputs) {
    try (NDManager manager = model.getNDManager().newSubManager()) {
      NDList list = new NDList();
      for (int i = 0; i < inputs.length; i++) {
        Shape shape = new Shape(rows, spec.inputs().get(i).width());
        NDArray array = manager.create(buffer(i, shape, inputs[i]), shape, DataType.FLOAT32);
        array.setName("input" + i);
        list.add(array);
      }
      NDList outputs = predictor.predict(list);
      outputs.attach(manager);
      return outputs.stream()
          .map(output -> Planes.of((int) output.getShape().get(1), output.toFloatArray(), rows))
          .toArray(float[][][]::new);
    } catch (TranslateException e) {
      throw new IllegalStateException("TensorFlow could not evaluate network " + spec.name(), e);
    }
  }

  private ByteBuffer buffer(int index, Shape shape, float[][] planes) {
    int bytes = (int) shape.size() * Float.BYTES;
    if (buffers[index] == null || buffers[index].capacity() < bytes) {
      buffers[index] = ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
    }
    ByteBuffer buffer = buffers[index].clear().limit(bytes);
    buffer.asFloatBuffer().put(Planes.rows(planes, (int) shape.get(0)));
    return buffer;
  }

  @Override
  public void close() {
    predictor.close();
    model.close();
  }
}
