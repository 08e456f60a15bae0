package io.ardmstream.schema.registry;

import java.io.Serializable;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.Map;

/**
 * Where a schema registry is and how to reach it.
 *
 * @param url what the paths of its calls are appended to, without a slash at the end
 * @param properties how it knows us and we know it, as Confluent's clients call them: {@code
 *     basic.auth.user.info}, {@code bearer.auth.token}, and those of Kafka that begin with {@code
 *     ssl.}; never printed
 */
public record RegistryAddress(String url, Map<String, String> properties) implements Serializable {

  private static final String PREFIX = "schema.registry.";

  /** Keeps a copy. */
  public RegistryAddress {
    properties = new HashMap<>(properties);
  }

  /**
   * The registry of somebody who has Kafka clients.
   *
   * @param url its base URL
   * @param client properties of the clients; those that begin with {@code schema.registry.} are for
   *     the registry
   * @throws IllegalArgumentException if the URL is unusable; it is not quoted, since it may hold a
   *     password
   */
  public static RegistryAddress of(String url, Map<String, String> client) {
    requireUsable(url);
    Map<String, String> properties = new HashMap<>();
    client.forEach(
        (name, value) -> {
          if (name.startsWith(PREFIX)) {
            properties.put(name.substring(PREFIX.length()), value);
          }
        });
    return new RegistryAddress(url.replaceFirst("/+$", ""), properties);
  }

  private static void requireUsable(String url) {
    URI uri;
    try {
      uri = new URI(url);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("is no URL: " + e.getReason());
    }
    if (uri.getRawUserInfo() != null) {
      throw new IllegalArgumentException(
          "holds a password: write it as schema.registry.basic.auth.user.info=USER:PASSWORD into"
              + " the file that kafka.properties-file names");
    }
    boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
    if (!http || uri.getHost() == null || uri.getRawQuery() != null) {
      throw new IllegalArgumentException(
          "is no URL of a schema registry: write it like http://registry:8081");
    }
  }

  /** Says where, never how: the properties may hold passwords. */
  @Override
  public String toString() {
    return "the schema registry at " + url;
  }
}
