package io.ardmstream.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ardmstream.schema.AvroMessage;
import io.ardmstream.schema.BlockCounts;
import io.ardmstream.schema.MediaKind;
import io.ardmstream.schema.RateStatistics;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** {@code ardm dashboard} as people start it, while records come. */
@ExtendWith(StreamingSystem.class)
class DashboardCommandIT {

  private static final AvroMessage<RateStatistics> MESSAGES = AvroMessage.of(RateStatistics.class);
  private static final int RECORDS = 150;
  private static final long BETWEEN_NANOS = 40_000_000;
  // far above what is usual, because machines that build are busy: the figures are printed
  private static final long LATEST_MILLIS = 20_000;
  private static final String NOTE_WHAT_IS_SEEN =
      "window.seen = []; new MutationObserver(() => { const text = document.querySelector("
          + "'#figures > div:nth-child(4) strong')?.textContent.replace(/\\D/g, '');"
          + " if (text) window.seen.push([Number(text), Date.now()]); })"
          + ".observe(document.querySelector('#figures'), { subtree: true, childList: true });";

  @Test
  @Timeout(120)
  void showsRecordsSoonAndSaysWhenItHasEnded(Streams streams) throws Exception {
    try (Browser browser = Browser.start()) {
      Process dashboard = start(streams);
      try {
        String address = address(dashboard);
        assertThat(address).startsWith("http://127.0.0.1:");
        assertThatOthersCannotConnect(URI.create(address).getPort());
        browser.open(address);
        browser.await(
            "the page waits", () -> browser.text("#empty").startsWith("Waiting for the first"));

        browser.run(NOTE_WHAT_IS_SEEN);
        List<Long> sent = send(streams);
        browser.await("all are there", () -> browser.is("window.seen.at(-1)?.[0] === " + RECORDS));

        List<Long> lags = lags(sent, (List<?>) browser.run("return window.seen"));
        System.out.printf(
            "lag from statistics record to page: median %d ms, p99 %d ms%n",
            lags.get(RECORDS / 2), lags.get(RECORDS * 99 / 100));
        assertThat(lags.get(RECORDS / 2)).isLessThan(LATEST_MILLIS);
        browser.await(
            "what cannot be added up is counted",
            () -> browser.text("#latest").contains("1 unreadable"));
        assertThat(browser.console()).isEmpty();
      } finally {
        dashboard.destroy();
        dashboard.waitFor();
      }
      browser.await(
          "the page says so", () -> browser.text("#state").startsWith("The dashboard has ended"));
    }
  }

  private static Process start(Streams streams) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m"));
    command.addAll(Arrays.asList(System.getProperty("jvm.flags").split(" ")));
    command.addAll(
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            "io.ardmstream.cli.Ardm",
            "dashboard",
            "--kafka.bootstrap-servers=" + streams.broker.bootstrapServers(),
            "--statistics-topic=" + streams.statistics,
            "--port=0"));
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  private static String address(Process dashboard) throws IOException {
    BufferedReader out = dashboard.inputReader();
    StringBuilder said = new StringBuilder();
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      Matcher address = Pattern.compile("http://\\S+/").matcher(line);
      if (address.find()) {
        return address.group();
      }
      said.append(line).append('\n');
    }
    throw new AssertionError("no address in: " + said);
  }

  /** On every address of this machine but the loopback ones. */
  private static void assertThatOthersCannotConnect(int port) throws IOException {
    List<InetAddress> others =
        NetworkInterface.networkInterfaces()
            .flatMap(NetworkInterface::inetAddresses)
            .filter(address -> !address.isLoopbackAddress())
            .toList();
    for (InetAddress other : others) {
      assertThatThrownBy(() -> new Socket(other, port).close()).isInstanceOf(IOException.class);
    }
  }

  /** When each was sent, in milliseconds of the epoch. */
  private static List<Long> send(Streams streams) throws Exception {
    List<Long> sent = new ArrayList<>();
    Map<String, Object> client =
        Map.of("bootstrap.servers", streams.broker.bootstrapServers(), "linger.ms", 0);
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(client, new ByteArraySerializer(), new ByteArraySerializer())) {
      for (int i = 0; i < RECORDS; i++) {
        if (i == RECORDS / 2) {
          producer.send(new ProducerRecord<>(streams.statistics, spoiled()));
        }
        sent.add(System.currentTimeMillis());
        producer.send(new ProducerRecord<>(streams.statistics, statistics(i)));
        LockSupport.parkNanos(BETWEEN_NANOS);
      }
    }
    return sent;
  }

  private static byte[] statistics(int number) {
    return MESSAGES.toBytes(
        RateStatistics.newBuilder()
            .setId(Integer.toString(number))
            .setStream("door")
            .setMedia(MediaKind.IMAGE)
            .setEncodedAt(Instant.now())
            .setSamples(100)
            .setRawBytes(100)
            .setEncodedBytes(40)
            .setBlocks(new BlockCounts(1L, 0L, 0L, 0L))
            .build());
  }

  /** What would make every sum it enters no number. */
  private static byte[] spoiled() {
    return MESSAGES.toBytes(
        RateStatistics.newBuilder().setStream("door").setIdealBits(Double.NaN).build());
  }

  /** How long after it was sent each record was first counted; the shortest first. */
  private static List<Long> lags(List<Long> sent, List<?> seen) {
    List<Long> lags = new ArrayList<>();
    for (int i = 0; i < sent.size(); i++) {
      int count = i + 1;
      long first =
          seen.stream()
              .map(each -> (List<?>) each)
              .filter(each -> ((Number) each.get(0)).longValue() >= count)
              .mapToLong(each -> ((Number) each.get(1)).longValue())
              .min()
              .orElseThrow();
      lags.add(first - sent.get(i));
    }
    return lags.stream().sorted().toList();
  }
}
