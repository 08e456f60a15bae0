package io.ardmstream.likelihood.bundle;

import io.ardmstream.likelihood.network.Evaluator;
import io.ardmstream.likelihood.network.IntegerNetwork;
import io.ardmstream.likelihood.network.JavaEvaluator;
import java.io.IOException;
import java.util.List;

/** Opens evaluators for the networks of a bundle, one set for each thread that evaluates. */
public interface Evaluators extends AutoCloseable {

  /** One evaluator per network, in order; the caller closes them. */
  List<Evaluator> open() throws IOException;

  /** What they compute on: {@code cpu} or {@code gpu}. */
  String device();

  /** Frees what the evaluators share; to be called after they are closed. */
  @Override
  void close();

  /** Makes {@link Evaluators} for a bundle. */
  interface Engine {

    /** Human-readable name, for statistics and messages. */
    String name();

    /** Prepares a bundle's networks. */
    Evaluators load(ModelBundle bundle) throws IOException;
  }

  /** The reference engine: plain Java, slow, no native library. */
  static Engine java() {
    return new Engine() {
      @Override
      public String name() {
        return "java";
      }

      @Override
      public Evaluators load(ModelBundle bundle) {
        return new JavaEvaluators(bundle.networks());
      }
    };
  }

  /**
   * Opens evaluators and has each reproduce the bundle's known answers.
   *
   * @throws IllegalStateException if one does not
   */
  static List<Evaluator> openVerified(Evaluators evaluators, ModelBundle bundle)
      throws IOException {
    List<Evaluator> opened = evaluators.open();
    GoldenVectors golden = bundle.golden();
    try {
      for (int i = 0; i < opened.size(); i++) {
        golden.verifyNext(bundle.description().networks().get(i), opened.get(i));
      }
    } catch (RuntimeException e) {
      opened.forEach(Evaluator::close);
      throw e;
    }
    return opened;
  }

  /** Evaluators of {@link #java()}. */
  record JavaEvaluators(List<IntegerNetwork> networks) implements Evaluators {

    @Override
    public List<Evaluator> open() {
      return networks.stream().map(n -> (Evaluator) new JavaEvaluator(n)).toList();
    }

    @Override
    public String device() {
      return "cpu";
    }

    @Override
    public void close() {
      // nothing native to free
    }
  }
}
