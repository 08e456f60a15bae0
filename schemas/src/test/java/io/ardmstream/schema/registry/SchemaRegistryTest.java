package io.ardmstream.schema.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ardmstream.schema.DeadLetter;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A registry that cannot be reached says so with a remedy, and no secret is told. */
class SchemaRegistryTest {

  private static final String SECRET = "correct-horse-battery-staple";

  @Test
  void nobodyThere() throws Exception {
    SchemaRegistry registry = SchemaRegistry.at(address("http://127.0.0.1:" + closedPort()));
    assertThatThrownBy(() -> registry.number("letters", DeadLetter.getClassSchema()))
        .isInstanceOf(RegistryException.class)
        .hasMessageContaining("the schema registry at http://127.0.0.1")
        .hasMessageContaining("does not answer (java.net.ConnectException")
        .hasMessageContaining("check registry.url")
        .hasMessageNotContaining(SECRET);
  }

  @Test
  void certificatesThatCannotBeRead() {
    RegistryAddress address =
        RegistryAddress.of(
            "https://registry",
            Map.of(
                "schema.registry.ssl.truststore.location",
                "/does/not/exist.p12",
                "schema.registry.ssl.truststore.password",
                SECRET));
    assertThatThrownBy(() -> SchemaRegistry.at(address))
        .isInstanceOf(RegistryException.class)
        .hasMessageContaining("/does/not/exist.p12")
        .hasMessageContaining("kafka.properties-file")
        .hasMessageNotContaining(SECRET);
  }

  @ParameterizedTest
  @CsvSource({
    "registry:8081, is no URL of a schema registry",
    "ftp://registry, is no URL of a schema registry",
    "http://registry?context=a, is no URL of a schema registry",
    "http://a registry, is no URL",
    "http://me:" + SECRET + "@registry, holds a password",
  })
  void unusableUrlIsNotQuoted(String url, String reason) {
    assertThatThrownBy(() -> RegistryAddress.of(url, Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(reason)
        .hasMessageNotContaining(SECRET);
  }

  @Test
  @DisplayName("of Kafka's properties, those that begin with schema.registry are for the registry")
  void propertiesComeFromThoseOfKafka() {
    RegistryAddress address = address("http://registry:8081/api/");
    assertThat(address.url()).isEqualTo("http://registry:8081/api");
    assertThat(address.properties())
        .containsExactlyEntriesOf(Map.of("basic.auth.user.info", "me:" + SECRET));
    assertThat(address.toString()).isEqualTo("the schema registry at http://registry:8081/api");
  }

  private static RegistryAddress address(String url) {
    return RegistryAddress.of(
        url,
        Map.of(
            "schema.registry.basic.auth.user.info", "me:" + SECRET, "sasl.jaas.config", "other"));
  }

  private static int closedPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
