package io.ardmstream.it;

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

/** Everything that is logged while it is open, at the level DEBUG. */
final class Log extends AbstractAppender implements AutoCloseable {

  final List<String> lines = new CopyOnWriteArrayList<>();

  private final LoggerContext context = (LoggerContext) LogManager.getContext(false);
  private final LoggerConfig root = context.getConfiguration().getRootLogger();
  private final Level before = root.getLevel();

  private Log() {
    super("log", null, null, true, Property.EMPTY_ARRAY);
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
