package io.ardmstream.schema.registry;

import java.util.Map;
import javax.net.ssl.SSLContext;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.security.ssl.DefaultSslEngineFactory;

/** Certificates for the registry, in every form that Kafka takes them. */
final class RegistryTls {

  private RegistryTls() {}

  /**
   * Reads stores and keys.
   *
   * @param properties Kafka's, for example {@code ssl.truststore.location}
   */
  static SSLContext of(Map<String, String> properties) throws RegistryException {
    try (DefaultSslEngineFactory factory = new DefaultSslEngineFactory()) {
      factory.configure(new ConfigDef().withClientSslSupport().parse(properties));
      return factory.sslContext();
    } catch (KafkaException e) {
      Throwable reason = e.getCause() == null ? e : e.getCause();
      throw new RegistryException(
          "the settings schema.registry.ssl of the schema registry cannot be used ("
              + reason.getMessage()
              + "): check them in kafka.properties-file",
          e);
    }
  }
}
