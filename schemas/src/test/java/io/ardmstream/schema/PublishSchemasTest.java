package io.ardmstream.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Publishes the current schemas as a new version, once: {@code mvn -pl schemas test
 * -Dtest=PublishSchemasTest -Dpublish.version=v2}. Then add the version to {@link
 * PublishedSchemas#VERSIONS}.
 */
@EnabledIfSystemProperty(named = "publish.version", matches = "v[0-9]+")
class PublishSchemasTest {

  @Test
  void writesEverySchemaOnce() throws IOException {
    Path folder = Path.of("published", System.getProperty("publish.version"));
    Files.createDirectories(folder);
    for (Schema schema : Records.published().toList()) {
      Path file = folder.resolve(schema.getName() + ".avsc");
      assertThat(file).as("published versions are frozen").doesNotExist();
      Files.writeString(file, schema.toString(true) + "\n");
    }
  }
}
