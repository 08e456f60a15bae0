package io.ardmstream.codec.encode;

import io.ardmstream.block.Block;
import io.ardmstream.block.BlockHistory;
import io.ardmstream.block.BlockModel;
import io.ardmstream.block.LeaningBlock;
import io.ardmstream.block.LeaningCoder;
import io.ardmstream.codec.Attempt;
import io.ardmstream.codec.Decoding;
import io.ardmstream.codec.Encoding;
import io.ardmstream.codec.SampleBudget;
import io.ardmstream.codec.Source;
import io.ardmstream.codec.Verification;
import io.ardmstream.codec.decode.Decoder;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Streams of records to containers. Records that become smaller by what came before them are coded
 * as groups, in order; what does not profit is encoded alone.
 */
public final class GroupEncoder {
  private final Encoder alone;
  private final Planner planner;
  private final ChosenModels models;
  private final ModeDecision decision;
  private final Optional<Decoder> check;

  /**
   * An encoder of groups.
   *
   * @param alone encodes what stays alone
   * @param check decodes every group for proof; without it nothing is verified
   */
  GroupEncoder(
      Encoder alone,
      Planner planner,
      ChosenModels models,
      ModeDecision decision,
      Optional<Decoder> check) {
    this.alone = alone;
    this.planner = planner;
    this.models = models;
    this.decision = decision;
    this.check = check;
  }

  /**
   * Encodes streams side by side.
   *
   * @param streams each in its order
   * @param most records a group
   * @return one outcome a record, as they were given
   */
  public List<List<Encoding>> encode(List<List<Source>> streams, int most) {
    if (most < 2) {
      return alone(streams);
    }
    try {
      List<List<LeaningStream>> byStream =
          streams.stream().map(stream -> streams(stream, most)).toList();
      List<LeaningStream> all = byStream.stream().flatMap(List::stream).toList();
      SampleBudget.inWaves(all, LeaningStream::budget, this::encodeWave);
      List<Source> left = all.stream().flatMap(stream -> stream.alone().stream()).toList();
      Iterator<Encoding> encodings = alone.encode(left).iterator();
      all.forEach(stream -> stream.settleAlone(encodings));
      return byStream.stream()
          .map(parts -> parts.stream().flatMap(part -> part.outcomes().stream()).toList())
          .toList();
    } catch (OutOfMemoryError tooMuch) {
      // What the groups held is free again by now.
      return alone(streams);
    }
  }

  /**
   * A stream on its way. Sound is cut into groups beforehand, which are coded side by side: each
   * record waits for the one before it, and a recording hardly ever breaks off.
   */
  private List<LeaningStream> streams(List<Source> stream, int most) {
    boolean cut = stream.size() > most && planner.isSound(stream.get(0));
    int part = cut ? most : Math.max(1, stream.size());
    List<LeaningStream> parts = new ArrayList<>();
    for (int from = 0; from < stream.size(); from += part) {
      List<Source> records = stream.subList(from, Math.min(stream.size(), from + part));
      parts.add(new LeaningStream(records, planner, models, decision, most));
    }
    return parts;
  }

  /** Records of all streams together: models are faster at many than at few. */
  private List<List<Encoding>> alone(List<List<Source>> streams) {
    Iterator<Encoding> encodings =
        alone.encode(streams.stream().flatMap(List::stream).toList()).iterator();
    return streams.stream()
        .map(stream -> stream.stream().map(source -> encodings.next()).toList())
        .toList();
  }

  private void encodeWave(List<LeaningStream> streams) {
    long start = System.nanoTime();
    List<LeaningStream> active = streams.stream().filter(LeaningStream::hasMore).toList();
    while (!active.isEmpty()) {
      active.forEach(LeaningStream::open);
      code(active.stream().filter(LeaningStream::isToBeCoded).toList());
      // Where a record did not profit it begins a group of its own.
      code(active.stream().filter(LeaningStream::isToBeCoded).toList());
      active = active.stream().filter(LeaningStream::hasMore).toList();
    }
    streams.forEach(LeaningStream::close);
    long samples = streams.stream().mapToLong(LeaningStream::samples).sum();
    double nanosPerSample = (System.nanoTime() - start) / (double) Math.max(1, samples);
    check.ifPresent(decoder -> verify(decoder, streams));
    streams.forEach(stream -> stream.settle(nanosPerSample));
  }

  /** Codes the record at hand of every stream. */
  private static void code(List<LeaningStream> streams) {
    Map<LeaningCoder, List<LeaningStream>> byCoder = new LinkedHashMap<>();
    for (LeaningStream stream : streams) {
      byCoder.computeIfAbsent(stream.coder(), unseen -> new ArrayList<>()).add(stream);
    }
    byCoder.forEach(GroupEncoder::code);
  }

  private static void code(LeaningCoder coder, List<LeaningStream> streams) {
    List<BlockHistory> histories = new ArrayList<>();
    List<Block> blocks = new ArrayList<>();
    for (LeaningStream stream : streams) {
      histories.addAll(stream.histories());
      stream.plans().forEach(plan -> blocks.add(plan.block()));
    }
    // A defect costs the groups of this round: a history that failed cannot be tried again.
    List<Attempt<List<LeaningBlock>>> attempt =
        Attempt.together(List.of(blocks), all -> List.of(coder.encodeNext(histories, all.get(0))));
    int from = 0;
    for (LeaningStream stream : streams) {
      int to = from + stream.plans().size();
      if (attempt.get(0).succeeded()) {
        stream.accept(attempt.get(0).result().subList(from, to));
      } else {
        stream.refuse(name(coder) + " failed: " + attempt.get(0).defect());
      }
      from = to;
    }
  }

  private static String name(LeaningCoder coder) {
    return coder instanceof BlockModel model ? model.id().name() : "The coder of JPEG files";
  }

  /** Decodes the groups of all streams side by side. */
  private static void verify(Decoder decoder, List<LeaningStream> streams) {
    SampleBudget.inWaves(streams, LeaningStream::samples, wave -> verifyWave(decoder, wave));
  }

  private static void verifyWave(Decoder decoder, List<LeaningStream> streams) {
    List<byte[]> containers =
        streams.stream()
            .flatMap(stream -> stream.groups().stream().flatMap(List::stream))
            .map(task -> task.container)
            .toList();
    Iterator<Decoding> decoded = decoder.decode(containers).iterator();
    for (LeaningStream stream : streams) {
      for (List<EncodeTask> group : stream.groups()) {
        if (!comesBack(group, decoded)) {
          stream.giveUp(group);
        }
      }
    }
  }

  private static boolean comesBack(List<EncodeTask> group, Iterator<Decoding> decoded) {
    boolean all = true;
    for (EncodeTask task : group) {
      all &=
          decoded.next() instanceof Decoding.Decoded file
              && RoundTripCheck.comesBack(task, file.bytes());
      task.verification = Verification.PASSED;
    }
    return all;
  }
}
