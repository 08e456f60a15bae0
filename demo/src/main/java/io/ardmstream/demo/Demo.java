package io.ardmstream.demo;

import io.ardmstream.dashboard.Dashboard;
import io.ardmstream.jobs.compress.CompressConfig;
import io.ardmstream.jobs.compress.CompressJob;
import io.ardmstream.jobs.config.Settings;
import io.ardmstream.jobs.replay.ReplayConfig;
import io.ardmstream.jobs.replay.ReplayJob;
import io.ardmstream.jobs.run.JobReport;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.JobID;

/**
 * Streams the bundled media through a real broker and a real cluster, shows the rates, replays the
 * compressed topic and compares every byte.
 */
public final class Demo {

  private static final String ENCODED = "encoded";
  private static final String STATISTICS = "statistics";
  private static final String RESTORED = "restored";
  private static final List<String> LETTERS = List.of("dead-letters", "replay-dead-letters");

  private final Path samplesFolder;
  private final int rounds;
  private final TerminalView view;
  private final PrintStream out;
  private final Runnable afterwards;

  /**
   * @param samples the folder {@code samples} of the project
   * @param rounds how often every sample is sent, at least 1
   * @param out where to show it
   * @param redraw whether {@code out} is a terminal
   * @param afterwards is run after the verdict, while broker and page are still there
   */
  public Demo(Path samples, int rounds, PrintStream out, boolean redraw, Runnable afterwards) {
    this.samplesFolder = samples;
    this.rounds = rounds;
    this.view = new TerminalView(out, redraw);
    this.out = out;
    this.afterwards = afterwards;
  }

  /**
   * Runs it to its end.
   *
   * @param directory an empty directory for the data of broker and cluster
   * @return whether every record came back byte for byte, with its key, headers and timestamp
   */
  public boolean run(Path directory) throws Exception {
    List<Sample> samples = SampleFiles.in(samplesFolder);
    view.say("Starting a Kafka broker and a Flink cluster in this process ...");
    try (LocalBroker broker = LocalBroker.start(directory);
        LocalCluster cluster = LocalCluster.start(directory, 1, 2)) {
      createTopics(broker);
      try (Dashboard page =
          LivePage.open(broker.bootstrapServers(), STATISTICS, ENCODED, LETTERS.get(0))) {
        view.say("Rates as a page, until the demo ends: " + page.address());
        boolean whole = stream(broker, cluster, samples);
        afterwards.run();
        return whole;
      }
    }
  }

  private boolean stream(LocalBroker broker, LocalCluster cluster, List<Sample> samples)
      throws Exception {
    String servers = broker.bootstrapServers();
    view.say("Kafka at " + servers + ". Compressing " + samples.size() * rounds + " records:");
    JobID compress = cluster.submit(CompressJob.prepare(compressConfig(servers)));
    Map<Place, Sample> sent = sent(servers, samples);
    RateWatch watch = new RateWatch(sent, view);
    watch.follow(servers, STATISTICS, () -> cluster.statusOf(compress));
    cluster.cancel(compress);

    view.say("");
    view.say("Replaying the compressed topic and comparing every byte ...");
    JobReport replayed = JobReport.of(cluster.run(ReplayJob.prepare(replayConfig(servers))));
    long identical =
        new ReturnedRecords(servers).identical(SampleFiles.STREAMS, RESTORED, sent.size());

    view.say("");
    watch.table().print(out);
    view.say("");
    view.say(identical + " of " + sent.size() + " records identical");
    return identical == sent.size() && replayed.deadLetters() == 0;
  }

  private Map<Place, Sample> sent(String servers, List<Sample> samples) throws Exception {
    try (Sender sender = new Sender(servers)) {
      return sender.send(samples, rounds);
    }
  }

  private static void createTopics(LocalBroker broker) {
    Map<String, String> large =
        Map.of("max.message.bytes", Integer.toString(LocalBroker.MAX_RECORD_BYTES));
    SampleFiles.STREAMS.forEach(topic -> broker.createTopic(topic, 1, large));
    LETTERS.forEach(topic -> broker.createTopic(topic, 1, large));
    List.of(ENCODED, STATISTICS, RESTORED).forEach(topic -> broker.createTopic(topic, 1, large));
  }

  private static CompressConfig compressConfig(String servers) {
    Map<String, String> settings = settings(servers, LETTERS.get(0));
    settings.put("input.topics", String.join(",", SampleFiles.STREAMS));
    settings.put("output.topic", ENCODED);
    settings.put("output.statistics-topic", STATISTICS);
    settings.put("bundle.records", "6");
    return CompressConfig.of(new Settings(settings));
  }

  private static ReplayConfig replayConfig(String servers) {
    Map<String, String> settings = settings(servers, LETTERS.get(1));
    settings.put("input.topics", ENCODED);
    settings.put("output.topic", RESTORED);
    return ReplayConfig.of(new Settings(settings));
  }

  private static Map<String, String> settings(String servers, String letters) {
    Map<String, String> settings = new HashMap<>();
    settings.put("kafka.bootstrap-servers", servers);
    settings.put("output.dead-letter-topic", letters);
    settings.put("job.parallelism", "1");
    settings.put("job.checkpoint-interval", "500 ms");
    return settings;
  }
}
