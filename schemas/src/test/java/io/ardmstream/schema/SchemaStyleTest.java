package io.ardmstream.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The schemas explain themselves and leave room for change. */
class SchemaStyleTest {

  static Stream<Schema> records() {
    return Stream.concat(Records.published(), Stream.of(TopicRecord.getClassSchema()));
  }

  @ParameterizedTest
  @MethodSource("records")
  @DisplayName("every type and every field says what it is")
  void everythingIsDocumented(Schema record) {
    List<String> undocumented = new ArrayList<>();
    for (Schema type : named(record)) {
      if (blank(type.getDoc())) {
        undocumented.add(type.getName());
      }
      if (type.getType() == Schema.Type.RECORD) {
        type.getFields().stream()
            .filter(field -> blank(field.doc()))
            .forEach(field -> undocumented.add(type.getName() + "." + field.name()));
      }
    }
    assertThat(undocumented).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("records")
  @DisplayName("every enum has a symbol for values that are newer than the reader")
  void everyEnumHasDefault(Schema record) {
    assertThat(named(record))
        .filteredOn(type -> type.getType() == Schema.Type.ENUM)
        .allSatisfy(type -> assertThat(type.getEnumDefault()).isNotNull());
  }

  @ParameterizedTest
  @MethodSource("records")
  @DisplayName("every field that a later version may drop has a default")
  void optionalFieldsHaveDefaults(Schema record) {
    assertThat(record.getFields())
        .filteredOn(field -> !List.of("payload", "topic").contains(field.name()))
        .allSatisfy(field -> assertThat(field.hasDefaultValue()).isTrue());
  }

  private static Iterable<Schema> named(Schema schema) {
    Map<String, Schema> types = new LinkedHashMap<>();
    collect(schema, types);
    return types.values();
  }

  private static void collect(Schema schema, Map<String, Schema> types) {
    switch (schema.getType()) {
      case RECORD -> {
        if (types.put(schema.getFullName(), schema) == null) {
          schema.getFields().forEach(field -> collect(field.schema(), types));
        }
      }
      case ENUM -> types.put(schema.getFullName(), schema);
      case UNION -> schema.getTypes().forEach(branch -> collect(branch, types));
      case ARRAY -> collect(schema.getElementType(), types);
      default -> {}
    }
  }

  private static boolean blank(String text) {
    return text == null || text.isBlank();
  }
}
