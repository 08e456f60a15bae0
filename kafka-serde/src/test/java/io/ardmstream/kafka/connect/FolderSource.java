package io.ardmstream.kafka.connect;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.connect.connector.Task;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.source.SourceConnector;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.source.SourceTask;

/** Gives each file of a folder as the bytes of a record, once. */
public final class FolderSource extends SourceConnector {
  private Map<String, String> settings;

  @Override
  public void start(Map<String, String> given) {
    settings = given;
  }

  @Override
  public Class<? extends Task> taskClass() {
    return Reading.class;
  }

  @Override
  public List<Map<String, String>> taskConfigs(int most) {
    return List.of(settings);
  }

  @Override
  public void stop() {}

  @Override
  public ConfigDef config() {
    return new ConfigDef();
  }

  @Override
  public String version() {
    return "1";
  }

  /** Its one task. */
  public static final class Reading extends SourceTask {
    private Map<String, String> settings;

    @Override
    public void start(Map<String, String> given) {
      settings = given;
    }

    @Override
    public List<SourceRecord> poll() throws InterruptedException {
      if (settings == null) {
        Thread.sleep(100);
        return null;
      }
      try (Stream<Path> files = Files.list(Path.of(settings.get("folder")))) {
        List<SourceRecord> records = files.sorted().map(this::record).toList();
        settings = null;
        return records;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private SourceRecord record(Path file) {
      String name = file.getFileName().toString();
      try {
        return new SourceRecord(
            Map.of("file", name),
            Map.of("read", 1L),
            settings.get("topic"),
            Schema.BYTES_SCHEMA,
            name.getBytes(UTF_8),
            Schema.BYTES_SCHEMA,
            Files.readAllBytes(file));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void stop() {}

    @Override
    public String version() {
      return "1";
    }
  }
}
