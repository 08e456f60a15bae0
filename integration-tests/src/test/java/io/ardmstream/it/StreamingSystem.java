package io.ardmstream.it;

import io.ardmstream.demo.LocalBroker;
import io.ardmstream.demo.LocalCluster;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One broker and one cluster for all tests of a run; every test has topics of its own. */
public final class StreamingSystem implements BeforeAllCallback, ParameterResolver {

  private static final ExtensionContext.Namespace OURS =
      ExtensionContext.Namespace.create(StreamingSystem.class);
  private static final AtomicInteger TESTS = new AtomicInteger();

  @Override
  public void beforeAll(ExtensionContext context) {
    running(context);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Streams.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Running running = running(context);
    return new Streams(running.broker, running.cluster, "t" + TESTS.incrementAndGet());
  }

  private static Running running(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(OURS)
        .getOrComputeIfAbsent(Running.class, key -> Running.start(), Running.class);
  }

  private static final class Running implements ExtensionContext.Store.CloseableResource {
    private final LocalBroker broker;
    private final LocalCluster cluster;

    private Running(LocalBroker broker, LocalCluster cluster) {
      this.broker = broker;
      this.cluster = cluster;
    }

    static Running start() {
      try {
        Path directory = Files.createTempDirectory(Path.of("target"), "streaming");
        LocalBroker broker = LocalBroker.start(directory);
        return new Running(broker, LocalCluster.start(directory, 2, 2));
      } catch (Exception e) {
        throw new IllegalStateException("the test system does not start", e);
      }
    }

    @Override
    public void close() throws Exception {
      cluster.close();
      broker.close();
    }
  }
}
