package io.ardmstream.schema;

import static org.apache.avro.SchemaCompatibility.checkReaderWriterCompatibility;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility.SchemaPairCompatibility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written today can be read by every published version, and the other way round. */
class SchemaEvolutionTest {

  static Stream<Schema> records() {
    return Records.published();
  }

  @ParameterizedTest
  @MethodSource("records")
  @DisplayName("the current schema reads what every published version wrote")
  void backwardTransitive(Schema current) {
    for (Schema published : versionsOf(current)) {
      assertCompatible(checkReaderWriterCompatibility(current, published));
    }
  }

  @ParameterizedTest
  @MethodSource("records")
  @DisplayName("every published version reads what the current schema writes")
  void forwardTransitive(Schema current) {
    for (Schema published : versionsOf(current)) {
      assertCompatible(checkReaderWriterCompatibility(published, current));
    }
  }

  @ParameterizedTest
  @MethodSource("records")
  @DisplayName("the newest published version is the current one: publish what changed")
  void newestIsPublished(Schema current) {
    List<Schema> versions = versionsOf(current);
    assertThat(versions.get(versions.size() - 1)).isEqualTo(current);
  }

  private static List<Schema> versionsOf(Schema current) {
    List<Schema> versions =
        PublishedSchemas.VERSIONS.stream()
            .map(version -> PublishedSchemas.find(version, current.getName()))
            .flatMap(Optional::stream)
            .toList();
    assertThat(versions).isNotEmpty();
    return versions;
  }

  private static void assertCompatible(SchemaPairCompatibility pair) {
    assertThat(pair.getResult().getIncompatibilities()).isEmpty();
  }
}
