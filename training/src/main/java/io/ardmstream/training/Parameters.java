package io.ardmstream.training;

import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TFloat32;

/** The trained variables of a graph, with their names, initial values and feeds for restoring. */
public final class Parameters {

  /**
   * One variable.
   *
   * @param hidden whether it is the matrix of a hidden layer, which {@link Muon} moves
   * @param initial what a fresh run starts from
   */
  public record Parameter(
      String name,
      boolean hidden,
      Variable<TFloat32> variable,
      float[] initial,
      Placeholder<TFloat32> feed,
      Op assign) {

    public Shape shape() {
      return variable.shape();
    }
  }

  private final Ops tf;
  private final List<Parameter> all = new ArrayList<>();

  /** No parameters yet. */
  public Parameters(Ops tf) {
    this.tf = tf;
  }

  /** A new variable; {@code initial} may be changed until the session is opened. */
  public Variable<TFloat32> add(String name, Shape shape, float[] initial) {
    return add(name, false, shape, initial);
  }

  /** A new matrix of a hidden layer. */
  Variable<TFloat32> addHidden(String name, Shape shape, float[] initial) {
    return add(name, true, shape, initial);
  }

  private Variable<TFloat32> add(String name, boolean hidden, Shape shape, float[] initial) {
    Variable<TFloat32> variable = tf.variable(shape, TFloat32.class);
    Placeholder<TFloat32> feed = tf.placeholder(TFloat32.class, Placeholder.shape(shape));
    all.add(new Parameter(name, hidden, variable, initial, feed, tf.assign(variable, feed)));
    return variable;
  }

  /** A variable that starts at zero everywhere. */
  Variable<TFloat32> zeros(String name, Shape shape) {
    return add(name, shape, new float[(int) shape.size()]);
  }

  /** All of them, in the order in which they were added. */
  public List<Parameter> all() {
    return List.copyOf(all);
  }

  List<Operand<TFloat32>> variables() {
    List<Operand<TFloat32>> variables = new ArrayList<>();
    all.forEach(p -> variables.add(p.variable()));
    return variables;
  }

  /** The parameter of that name. */
  public Parameter named(String name) {
    return all.stream().filter(p -> p.name().equals(name)).findFirst().orElseThrow();
  }
}
