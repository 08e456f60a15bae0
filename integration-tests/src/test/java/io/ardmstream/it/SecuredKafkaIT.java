package io.ardmstream.it;

import static org.apache.kafka.common.acl.AclOperation.DESCRIBE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE_CONFIGS;
import static org.apache.kafka.common.acl.AclOperation.READ;
import static org.apache.kafka.common.acl.AclOperation.WRITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ardmstream.jobs.config.ConfigurationException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A broker that wants TLS, a password and rights, all of which come from a secrets file. */
@ExtendWith(StreamingSystem.class)
class SecuredKafkaIT {

  private static SecuredBroker secured;

  private Streams streams;

  @BeforeAll
  static void start() throws Exception {
    secured = SecuredBroker.start(Files.createTempDirectory(Path.of("target"), "secured"));
  }

  @AfterAll
  static void stop() {
    secured.close();
  }

  @BeforeEach
  void topics(Streams open) {
    String test = open.raw.substring(0, open.raw.indexOf('.'));
    streams = new Streams(secured.broker, open.cluster, test);
  }

  @Test
  @DisplayName("the rights that the manual lists are enough, and nowhere in the log is a secret")
  void rightsOfTheManual() throws Exception {
    List<ProducerRecord<byte[], byte[]>> originals =
        List.of(
            new ProducerRecord<>(streams.raw, 0, 1L, new byte[] {1}, Media.gradient(30, 20, 1)),
            new ProducerRecord<>(streams.raw, 1, 2L, new byte[] {2}, new byte[] {42}));
    streams.produce(originals);
    allow(streams.raw, READ, DESCRIBE_CONFIGS);
    for (String output :
        List.of(
            streams.encoded,
            streams.statistics,
            streams.letters,
            streams.restored,
            streams.replayLetters)) {
      allow(output, READ, WRITE, DESCRIBE_CONFIGS);
    }
    secured.allow(ResourceType.GROUP, streams.raw, READ);
    secured.allow(ResourceType.GROUP, streams.encoded, READ);
    secured.allow(ResourceType.TRANSACTIONAL_ID, streams.raw, WRITE, DESCRIBE);
    secured.allow(ResourceType.TRANSACTIONAL_ID, streams.encoded, WRITE, DESCRIBE);

    try (Log log = Log.listen()) {
      streams.compress(through(secured.secrets(SecuredBroker.PASSWORD, true)));
      streams.replay(through(secured.secrets(SecuredBroker.PASSWORD, true)));
      assertThat(log.lines).anyMatch(line -> line.contains("sasl.jaas.config = [hidden]"));
      assertThat(log.lines).noneMatch(line -> line.contains(SecuredBroker.PASSWORD));
    }

    Comparison.assertSame(originals.subList(0, 1), streams.committed(streams.restored), true);
    assertThat(streams.committed(streams.letters)).hasSize(1);
  }

  @Test
  @DisplayName("a wrong password is refused at start, and not repeated")
  void wrongPassword() throws Exception {
    Path secrets = secured.secrets("guessed-password", true);
    assertThatThrownBy(() -> streams.compress(through(secrets)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("Authentication failed")
        .hasMessageContaining("kafka.properties-file")
        .hasMessageNotContaining("guessed-password");
  }

  @Test
  @DisplayName("a broker whose certificate is not trusted is refused at start")
  void unknownCertificate() throws Exception {
    Path secrets = secured.secrets(SecuredBroker.PASSWORD, false);
    assertThatThrownBy(() -> streams.compress(through(secrets)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("SSL handshake failed")
        .hasMessageNotContaining(SecuredBroker.PASSWORD);
  }

  private void allow(String topic, AclOperation... operations) throws Exception {
    secured.allow(ResourceType.TOPIC, topic, operations);
  }

  private static String[] through(Path secrets) {
    return new String[] {
      "kafka.bootstrap-servers",
      secured.securedServers,
      "kafka.properties-file",
      secrets.toString(),
    };
  }
}
