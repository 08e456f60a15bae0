package io.ardmstream.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.message.SchemaStore;

/**
 * The published versions of every schema, frozen as resources. A version is published by adding its
 * folder under {@code schemas/published} and its name to {@link #VERSIONS}; none is ever changed.
 */
public final class PublishedSchemas {

  /** Published versions, oldest first. */
  public static final List<String> VERSIONS = List.of("v1", "v2");

  private static final Map<Schema, SchemaStore> STORES = new ConcurrentHashMap<>();

  private PublishedSchemas() {}

  /**
   * One published schema.
   *
   * @param version one of {@link #VERSIONS}
   * @param name simple name of the record, for example {@code EncodedRecord}
   * @return the schema, or empty if that version has no such record
   */
  public static Optional<Schema> find(String version, String name) {
    String resource = "/io/ardmstream/schema/published/" + version + "/" + name + ".avsc";
    try (InputStream in = PublishedSchemas.class.getResourceAsStream(resource)) {
      return in == null ? Optional.empty() : Optional.of(new Schema.Parser().parse(in));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + resource, e);
    }
  }

  static SchemaStore with(Schema current) {
    return STORES.computeIfAbsent(current, PublishedSchemas::store);
  }

  private static SchemaStore store(Schema current) {
    SchemaStore.Cache store = new SchemaStore.Cache();
    for (String version : VERSIONS) {
      find(version, current.getName()).ifPresent(store::addSchema);
    }
    store.addSchema(current);
    return store;
  }
}
