package io.ardmstream.schema;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.Incompatibility;

/**
 * What a schema that others made has to be like before records are read with it. Beside being
 * compatible, every part of it takes at least a byte, and it does not contain itself; otherwise a
 * few bytes could claim any amount of time or of stack.
 */
public final class ForeignSchema {

  private ForeignSchema() {}

  /**
   * Why records of a schema cannot be read as records of ours; empty if they can.
   *
   * @param written theirs
   * @param wanted ours
   */
  public static Optional<String> obstacle(Schema written, Schema wanted) {
    List<Incompatibility> incompatibilities =
        SchemaCompatibility.checkReaderWriterCompatibility(wanted, written)
            .getResult()
            .getIncompatibilities();
    if (!incompatibilities.isEmpty()) {
      Incompatibility first = incompatibilities.get(0);
      return Optional.of(
          "%s at %s: %s".formatted(first.getType(), first.getLocation(), first.getMessage()));
    }
    return isBounded(written, new HashSet<>(), new HashSet<>())
        ? Optional.empty()
        : Optional.of("it contains itself, or parts that take no bytes");
  }

  static void require(Schema written, Schema wanted) throws MalformedMessageException {
    Optional<String> obstacle = obstacle(written, wanted);
    if (obstacle.isPresent()) {
      throw new MalformedMessageException(
          "its schema %s cannot be read as %s (%s); write the record with a compatible schema"
              .formatted(written.getFullName(), wanted.getFullName(), obstacle.get()));
    }
  }

  /**
   * @param open names of the records around this one
   * @param done names of the records that were looked at before
   */
  private static boolean isBounded(Schema schema, Set<String> open, Set<String> done) {
    return switch (schema.getType()) {
      case RECORD -> isRecordBounded(schema, open, done);
      case ARRAY -> isBounded(schema.getElementType(), open, done);
      case MAP -> isBounded(schema.getValueType(), open, done);
      case UNION ->
          schema.getTypes().stream()
              .allMatch(
                  branch -> branch.getType() == Schema.Type.NULL || isBounded(branch, open, done));
      case FIXED -> schema.getFixedSize() > 0;
      case NULL -> false;
      default -> true;
    };
  }

  private static boolean isRecordBounded(Schema record, Set<String> open, Set<String> done) {
    if (done.contains(record.getFullName())) {
      return true;
    }
    if (record.getFields().isEmpty() || !open.add(record.getFullName())) {
      return false;
    }
    boolean bounded =
        record.getFields().stream().allMatch(field -> isBounded(field.schema(), open, done));
    open.remove(record.getFullName());
    done.add(record.getFullName());
    return bounded;
  }
}
