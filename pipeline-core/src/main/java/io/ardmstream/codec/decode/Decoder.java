package io.ardmstream.codec.decode;

import io.ardmstream.codec.Decoding;
import io.ardmstream.codec.HeapGuard;
import io.ardmstream.codec.PartialDecode;
import io.ardmstream.codec.SampleBudget;
import io.ardmstream.failure.ArdmException;
import io.ardmstream.failure.CorruptDataException;
import io.ardmstream.media.Limits;
import io.ardmstream.parallel.SideBySide;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Containers to files, the blocks of many containers at a time. */
public final class Decoder {
  private final BlockDecoder blocks;
  private final Limits limits;
  private final GroupDecoder groups;

  public Decoder(BlockDecoder blocks, Limits limits) {
    this.blocks = blocks;
    this.limits = limits;
    groups = new GroupDecoder(blocks, limits);
  }

  public List<Decoding> decode(List<byte[]> containers) {
    Decoding[] outcomes = new Decoding[containers.size()];
    List<RecordGroup> grouped = RecordGroup.find(containers, outcomes);
    Set<Integer> places = new HashSet<>();
    grouped.forEach(group -> places.addAll(group.records()));
    List<Integer> alone =
        IntStream.range(0, outcomes.length)
            .filter(i -> outcomes[i] == null && !places.contains(i))
            .boxed()
            .toList();
    List<byte[]> single = alone.stream().map(containers::get).toList();
    Iterator<Decoding> decoded =
        HeapGuard.together(
                single, this::decodeAlone, (container, refusal) -> new Decoding.Failed(refusal))
            .iterator();
    alone.forEach(i -> outcomes[i] = decoded.next());
    groups.decode(containers, grouped, (i, decoding) -> outcomes[i] = decoding);
    return Arrays.asList(outcomes);
  }

  private List<Decoding> decodeAlone(List<byte[]> containers) {
    List<Decoding> outcomes = new ArrayList<>();
    while (outcomes.size() < containers.size()) {
      outcomes.addAll(decodeWave(containers.subList(outcomes.size(), containers.size())));
    }
    return outcomes;
  }

  /** Decodes as many containers, from the first one on, as may be in memory together. */
  private List<Decoding> decodeWave(List<byte[]> containers) {
    SampleBudget budget = new SampleBudget();
    List<Opened> wave = new ArrayList<>();
    while (wave.size() < containers.size() && budget.hasRoom()) {
      Opened opened = open(containers.get(wave.size()));
      opened.task.ifPresent(task -> budget.add(task.samples()));
      wave.add(opened);
    }
    blocks.decode(wave.stream().flatMap(opened -> opened.task.stream()).toList());
    // putting some files together again, such as PNG, takes as long as decoding them
    return SideBySide.map(wave, Opened::outcome);
  }

  /** A container that is open, or why it is not. */
  private record Opened(Optional<DecodeTask> task, ArdmException refused) {
    Decoding outcome() {
      return task.isPresent() ? restore(task.get()) : new Decoding.Failed(refused);
    }
  }

  private Opened open(byte[] container) {
    try {
      return new Opened(Optional.of(DecodeTask.open(container, limits)), null);
    } catch (ArdmException refused) {
      return new Opened(Optional.empty(), refused);
    }
  }

  static Decoding restore(DecodeTask task) {
    try {
      return new Decoding.Decoded(task.restoreStrictly(), task.container().info());
    } catch (ArdmException refused) {
      return new Decoding.Failed(refused);
    } catch (RuntimeException unforeseen) {
      return new Decoding.Failed(
          new CorruptDataException(
              "The samples cannot be put together: " + unforeseen,
              "whole container",
              "Fetch the encoded record again from where it came.",
              unforeseen));
    }
  }

  public PartialDecode salvage(byte[] container) {
    return HeapGuard.alone(container, this::salvageAlone);
  }

  private PartialDecode salvageAlone(byte[] container) {
    DecodeTask task = DecodeTask.open(container, limits);
    blocks.decode(List.of(task));
    return new PartialDecode(task.salvage(), task.container().info(), task.lost());
  }
}
