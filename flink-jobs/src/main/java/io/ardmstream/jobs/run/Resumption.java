package io.ardmstream.jobs.run;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.flink.core.fs.FileStatus;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.Path;

/**
 * Where a job on a cluster in this process keeps its checkpoints, and which it goes on from. The
 * folder is the job's own: its name has a digest of the topics it reads and writes, so that another
 * job never takes over its state. On a cluster that outlives the process, Flink sees to all that.
 *
 * @param runtime how to run the job
 * @param sentence for people
 */
public record Resumption(RuntimeSettings runtime, String sentence) {

  /** Environment variable that names the folder for the folders of all jobs. */
  public static final String VARIABLE = "ARDM_STATE";

  private static final String PATH = "execution.state-recovery.path";
  private static final String CLAIM = "execution.state-recovery.claim-mode";
  private static final String COMPLETE = "_metadata";
  private static final int DIGITS = 6;

  /**
   * Looks for the newest complete checkpoint.
   *
   * @param brokers addresses of the Kafka cluster
   * @param inputs topics the job reads
   * @param outputs topics the job writes
   * @throws IOException if the folder cannot be read
   */
  public static Resumption of(
      RuntimeSettings runtime, String brokers, List<String> inputs, List<String> outputs)
      throws IOException {
    return of(
        runtime, brokers, inputs, outputs, stateFolder(System.getProperties(), System.getenv()));
  }

  static Resumption of(
      RuntimeSettings runtime,
      String brokers,
      List<String> inputs,
      List<String> outputs,
      String stateFolder)
      throws IOException {
    String base = runtime.checkpointDirectory();
    String identity = brokers + inputs + outputs;
    Path own =
        new Path(new Path(base.isEmpty() ? stateFolder : base), folder(runtime.name(), identity));
    if (runtime.flink().containsKey(PATH)) {
      return anew(runtime, own, "Goes on from " + runtime.flink().get(PATH) + ", as told");
    }
    if (!runtime.resume()) {
      return anew(runtime, own, "Starts anew, as told");
    }
    Optional<FileStatus> newest = newest(own);
    if (newest.isEmpty()) {
      return anew(runtime, own, "Starts anew: there is no checkpoint yet");
    }
    Path checkpoint = newest.get().getPath().getParent();
    return new Resumption(
        runtime.with(own.toString(), Map.of(PATH, checkpoint.toString(), CLAIM, "CLAIM")),
        "Goes on from the checkpoint of %s in %s (--no-resume: starts anew)."
            .formatted(Instant.ofEpochMilli(newest.get().getModificationTime()), checkpoint));
  }

  /**
   * Removes the checkpoints of a job that has ended by itself. Flink does so, too, but a process
   * may be over before; the next start would then go on from the end and read nothing that is new.
   * The folders that held them go with them, where nothing is left in them.
   *
   * @throws IOException if one cannot be removed
   */
  public void forget() throws IOException {
    Path own = new Path(runtime.checkpointDirectory());
    FileSystem files = FlinkFileSystems.of(own);
    boolean claimed = "CLAIM".equals(runtime.flink().get(CLAIM));
    String kept = claimed ? "" : runtime.flink().getOrDefault(PATH, "");
    for (FileStatus complete : complete(files, own).toList()) {
      Path checkpoint = complete.getPath().getParent();
      if (kept.isEmpty() || !checkpoint.getPath().equals(new Path(kept).getPath())) {
        files.delete(checkpoint, true);
      }
    }
    removeEmpty(files, own);
  }

  /**
   * Flink may still be removing checkpoints in there: what cannot be removed now is left, which is
   * no fault of the job.
   */
  private static boolean removeEmpty(FileSystem files, Path folder) {
    try {
      boolean empty = true;
      for (FileStatus entry : entries(files, folder).toList()) {
        empty &= entry.isDir() && removeEmpty(files, entry.getPath());
      }
      return empty && files.delete(folder, false);
    } catch (IOException | UncheckedIOException inUse) {
      return false;
    }
  }

  private static Resumption anew(RuntimeSettings runtime, Path own, String sentence) {
    return new Resumption(
        runtime.with(own.toString(), Map.of()), sentence + "; checkpoints go to " + own + ".");
  }

  /** The file that completes the newest checkpoint of any run of the job. */
  private static Optional<FileStatus> newest(Path own) throws IOException {
    return complete(FlinkFileSystems.of(own), own)
        .max(Comparator.comparingLong(FileStatus::getModificationTime));
  }

  private static Stream<FileStatus> complete(FileSystem files, Path own) {
    return entries(files, own)
        .filter(FileStatus::isDir)
        .flatMap(run -> entries(files, run.getPath()))
        .filter(checkpoint -> checkpoint.getPath().getName().startsWith("chk-"))
        .flatMap(checkpoint -> entries(files, checkpoint.getPath()))
        .filter(file -> file.getPath().getName().equals(COMPLETE));
  }

  private static Stream<FileStatus> entries(FileSystem files, Path folder) {
    try {
      FileStatus[] entries = files.listStatus(folder);
      return entries == null ? Stream.empty() : Arrays.stream(entries);
    } catch (FileNotFoundException none) {
      return Stream.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot look for checkpoints in " + folder, e);
    }
  }

  private static String folder(String name, String identity) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(identity.getBytes(StandardCharsets.UTF_8));
      String plain = name.replaceAll("[^A-Za-z0-9._-]", "_");
      return plain + "-" + HexFormat.of().formatHex(digest, 0, DIGITS);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** As the XDG specification says where the state of programs is kept. */
  static String stateFolder(Properties properties, Map<String, String> environment) {
    String chosen = environment.getOrDefault(VARIABLE, "");
    String xdg = environment.getOrDefault("XDG_STATE_HOME", "");
    java.nio.file.Path folder =
        java.nio.file.Path.of(
            properties.getProperty("user.home"), ".local", "state", "ardm-stream");
    if (!chosen.isBlank()) {
      folder = java.nio.file.Path.of(chosen);
    } else if (!xdg.isBlank() && java.nio.file.Path.of(xdg).isAbsolute()) {
      folder = java.nio.file.Path.of(xdg, "ardm-stream");
    }
    return folder.toAbsolutePath().toUri().toString();
  }
}
