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
      List<LeaningStream> all =
          streams.stream()
              .map(stream -> new LeaningStream(stream, planner, models, decision, most))
              .toList();
      SampleBudget.inWaves(all, LeaningStream::budget, this::encodeWave);
      List<Source> left = all.stream().flatMap(stream -> stream.alone().stream()).toList();
      Iterator<Encoding> encodings = alone.encode(left).iterator();
      all.forEach(stream -> stream.settleAlone(encodings));
      return all.stream().map(LeaningStream::outcomes).toList();
    } catch (OutOfMemoryError tooMuch) {
      // What the groups held is free again by now.
      return alone(streams);
    }
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
    for (LeaningStream stream : streams) {
      stream.groups().forEach(group -> verify(group, stream));
      stream.settle(nanosPerSample);
    }
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

  private void verify(List<EncodeTask> group, LeaningStream stream) {
    if (check.isEmpty()) {
      return;
    }
    List<Decoding> decoded =
        check.get().decode(group.stream().map(task -> task.container).toList());
    for (int i = 0; i < decoded.size(); i++) {
      EncodeTask task = group.get(i);
      boolean back =
          decoded.get(i) instanceof Decoding.Decoded file
              && RoundTripCheck.comesBack(task, file.bytes());
      if (!back) {
        stream.giveUp(group);
        return;
      }
      task.verification = Verification.PASSED;
    }
  }
}
