package io.ardmstream.jobs.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ardmstream.jobs.config.ConfigurationException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What Kafka would refuse later is refused at start, with the command that helps. */
class KafkaChecksTest {

  private static final Map<String, String> ROOMY = Map.of("max.message.bytes", "40000000");

  private final KafkaChecks checks =
      new KafkaChecks(
          List.of("in"),
          List.of("out"),
          List.of("out"),
          new DestinationSettings("letters", 32 << 20),
          new TransactionSettings("job", Duration.ofMinutes(15)));

  @Test
  void sufficientKafkaIsAccepted() {
    assertThat(problems(Map.of("in", Map.of(), "out", ROOMY), Map.of())).isEmpty();
  }

  @Test
  void missingTopicsAreNamedWithTheCommandThatMakesThem() {
    assertThat(problems(Map.of(), Map.of()))
        .hasSize(2)
        .anyMatch(problem -> problem.contains("./ardm topics in makes"))
        .anyMatch(problem -> problem.contains("--create --topic in"))
        .anyMatch(problem -> problem.contains("--config max.message.bytes=33554432"));
  }

  @Test
  void aTopicIsTracedToItsStream() {
    assertThat(StreamTopics.streamOf("media.replay-dead-letters")).isEqualTo("media");
    assertThat(StreamTopics.streamOf("media.ardm")).isEqualTo("media");
    assertThat(StreamTopics.streamOf("cameras")).isEqualTo("cameras");
    assertThat(StreamTopics.streamOf(".ardm")).isEqualTo(".ardm");
  }

  @Test
  void topicForSmallerRecordsIsRefused() {
    assertThat(problems(Map.of("in", Map.of(), "out", Map.of()), Map.of()))
        .singleElement()
        .asString()
        .contains("1048588", "output.max-record-bytes", "--add-config max.message.bytes=33554432");
  }

  @Test
  void topicThatReplacesTimestampsIsRefused() {
    Map<String, String> replacing =
        Map.of("max.message.bytes", "40000000", "message.timestamp.type", "LogAppendTime");
    assertThat(problems(Map.of("in", Map.of(), "out", replacing), Map.of()))
        .singleElement()
        .asString()
        .contains("message.timestamp.type=CreateTime");
  }

  @Test
  void compactedHistoryIsRefused() {
    Map<String, String> compacted =
        Map.of("max.message.bytes", "40000000", "cleanup.policy", "compact,delete");
    assertThat(problems(Map.of("in", Map.of(), "out", compacted), Map.of()))
        .singleElement()
        .asString()
        .contains("cleanup.policy=delete");
  }

  @Test
  void transactionsLongerThanTheBrokersAllowAreRefused() {
    Map<String, String> broker = Map.of("transaction.max.timeout.ms", "60000");
    assertThat(problems(Map.of("in", Map.of(), "out", ROOMY), broker))
        .singleElement()
        .asString()
        .contains("900000 ms", "60000 ms", "transaction.max.timeout.ms");
  }

  @Test
  void requestsLargerThanTheBrokersTakeAreRefused() {
    Map<String, String> broker = Map.of("socket.request.max.bytes", "1000000");
    assertThat(problems(Map.of("in", Map.of(), "out", ROOMY), broker))
        .singleElement()
        .asString()
        .contains("socket.request.max.bytes");
  }

  @Test
  void unreachableKafkaIsNamed() {
    KafkaSettings nowhere = new KafkaSettings("no port", Map.of());
    assertThatThrownBy(() -> checks.require(nowhere))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("check kafka.bootstrap-servers");
  }

  private List<String> problems(
      Map<String, Map<String, String>> topics, Map<String, String> broker) {
    return checks.problems(new KafkaFacts(topics, Map.of(), broker));
  }
}
