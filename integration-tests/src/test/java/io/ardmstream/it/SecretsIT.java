package io.ardmstream.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.Appender;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.LoggerConfig;
import org.apache.logging.log4j.core.config.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A whole run of a job, at the level DEBUG, logs no secret. */
@ExtendWith(StreamingSystem.class)
class SecretsIT {

  private static final String SECRET = "correct-horse-battery-staple";

  @Test
  void secretsAreNotLogged(Streams streams) throws Exception {
    try (Log log = Log.listen()) {
      streams.compress(
          "kafka.properties.ssl.truststore.password",
          SECRET,
          "kafka.properties.sasl.jaas.config",
          "org.apache.kafka.common.security.plain.PlainLoginModule required password=\""
              + SECRET
              + "\";",
          "flink.s3.secret-key",
          SECRET);
      assertThat(log.lines).anyMatch(line -> line.contains("ssl.truststore.password = [hidden]"));
      assertThat(log.lines).noneMatch(line -> line.contains(SECRET));
    }
  }

  /** Everything that is logged while it is open. */
  private static final class Log extends AbstractAppender implements AutoCloseable {
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final LoggerContext context = (LoggerContext) LogManager.getContext(false);
    private final LoggerConfig root = context.getConfiguration().getRootLogger();
    private final Level before = root.getLevel();

    private Log() {
      super("secrets", null, null, true, Property.EMPTY_ARRAY);
    }

    static Log listen() {
      Log log = new Log();
      log.start();
      Appender console = log.root.getAppenders().get("console");
      log.root.removeAppender("console");
      log.root.addAppender(console, Level.ERROR, null);
      log.root.addAppender(log, Level.DEBUG, null);
      log.root.setLevel(Level.DEBUG);
      log.context.updateLoggers();
      return log;
    }

    @Override
    public void append(LogEvent event) {
      lines.add(event.getMessage().getFormattedMessage() + " " + event.getThrown());
    }

    @Override
    public void close() {
      root.removeAppender(getName());
      root.setLevel(before);
      context.updateLoggers();
      stop();
    }
  }
}
