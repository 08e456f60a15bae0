package io.ardmstream.schema;

import java.io.IOException;
import java.util.Optional;
import org.apache.avro.Schema;

/** Schemas by the numbers that a schema registry gave them. */
public interface SchemaNumbers {

  /**
   * The schema with a number, which never stands for another.
   *
   * @return empty if no schema has this number, or none that may be seen and can be understood
   * @throws IOException if nobody answers
   */
  Optional<Schema> find(int number) throws IOException;
}
