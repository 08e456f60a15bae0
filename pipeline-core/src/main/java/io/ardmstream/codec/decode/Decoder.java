package io.ardmstream.codec.decode;

import io.ardmstream.codec.Decoding;
import io.ardmstream.codec.HeapGuard;
import io.ardmstream.codec.PartialDecode;
import io.ardmstream.codec.SampleBudget;
import io.ardmstream.container.Container;
import io.ardmstream.container.ContainerInfo;
import io.ardmstream.container.ContainerReader;
import io.ardmstream.failure.ArdmException;
import io.ardmstream.failure.CorruptDataException;
import io.ardmstream.media.Limits;
import java.util.ArrayList;
import java.util.List;

/** Containers to files, the blocks of many containers at a time. */
public final class Decoder {
  private final BlockDecoder blocks;
  private final Limits limits;

  public Decoder(BlockDecoder blocks, Limits limits) {
    this.blocks = blocks;
    this.limits = limits;
  }

  public List<Decoding> decode(List<byte[]> containers) {
    return HeapGuard.together(containers, this::decodeAll, Decoding.Failed::new);
  }

  private List<Decoding> decodeAll(List<byte[]> containers) {
    List<Decoding> outcomes = new ArrayList<>();
    int next = 0;
    while (next < containers.size()) {
      next = decodeWave(containers, next, outcomes);
    }
    return outcomes;
  }

  public PartialDecode salvage(byte[] container) {
    return HeapGuard.alone(container, this::salvageAlone);
  }

  private PartialDecode salvageAlone(byte[] bytes) {
    DecodeTask recovery = new DecodeTask(ContainerReader.open(bytes, limits));
    blocks.decode(List.of(recovery));
    byte[] restored = recovery.salvage();
    return new PartialDecode(restored, ContainerInfo.of(recovery.container()), recovery.lost());
  }

  /** Containers from {@code first} on until their samples fill a wave; returns the next one. */
  private int decodeWave(List<byte[]> containers, int first, List<Decoding> outcomes) {
    SampleBudget wave = new SampleBudget();
    List<DecodeTask> opened = new ArrayList<>();
    List<Object> slots = new ArrayList<>();
    int next = first;
    while (next < containers.size() && wave.hasRoom()) {
      try {
        Container container = ContainerReader.open(containers.get(next), limits);
        wave.add(container.header().grid().layout().samples());
        DecodeTask recovery = new DecodeTask(container);
        opened.add(recovery);
        slots.add(recovery);
      } catch (ArdmException refused) {
        slots.add(new Decoding.Failed(refused));
      }
      next++;
    }
    blocks.decode(opened);
    for (Object slot : slots) {
      outcomes.add(slot instanceof DecodeTask recovery ? finish(recovery) : (Decoding) slot);
    }
    return next;
  }

  private static Decoding finish(DecodeTask recovery) {
    try {
      return new Decoding.Decoded(
          recovery.restoreStrictly(), ContainerInfo.of(recovery.container()));
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
}
