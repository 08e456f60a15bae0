package io.ardmstream.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A whole run of a job, at the level DEBUG, logs no secret. */
@ExtendWith(StreamingSystem.class)
class SecretsIT {

  private static final String SECRET = "correct-horse-battery-staple";

  @Test
  void secretsAreNotLogged(Streams streams) throws Exception {
    try (Log log = Log.listen()) {
      streams.compress(
          "kafka.properties.ssl.truststore.password",
          SECRET,
          "kafka.properties.sasl.jaas.config",
          "org.apache.kafka.common.security.plain.PlainLoginModule required password=\""
              + SECRET
              + "\";",
          "flink.s3.secret-key",
          SECRET);
      assertThat(log.lines).anyMatch(line -> line.contains("ssl.truststore.password = [hidden]"));
      assertThat(log.lines).noneMatch(line -> line.contains(SECRET));
    }
  }
}
