package io.ardmstream.jobs.compress;

import io.ardmstream.codec.Attempt;
import io.ardmstream.codec.Codec;
import io.ardmstream.codec.Encoding;
import io.ardmstream.codec.Source;
import io.ardmstream.jobs.bundle.Step;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Encodes the records of a bundle together. Those of one stream that go to one partition may lean
 * on each other, in their order.
 */
record BundleEncoder(Codec codec, GroupSettings groups, OutputPartitions partitions) {

  /** One attempt a record, in the same order. */
  List<Attempt<Encoding>> encode(List<Step.Pending<RawMedia, Source>> records) {
    if (!groups.areWanted()) {
      return Attempt.together(records.stream().map(Step.Pending::source).toList(), codec::encode);
    }
    List<List<Integer>> streams = List.copyOf(streams(records).values());
    List<List<Source>> sources =
        streams.stream()
            .map(stream -> stream.stream().map(i -> records.get(i).source()).toList())
            .toList();
    List<Attempt<List<Encoding>>> attempts =
        Attempt.together(sources, some -> codec.encodeStreams(some, groups.records()));
    Map<Integer, Attempt<Encoding>> outcomes = new TreeMap<>();
    for (int s = 0; s < streams.size(); s++) {
      Iterator<Attempt<Encoding>> each = each(attempts.get(s), sources.get(s)).iterator();
      streams.get(s).forEach(i -> outcomes.put(i, each.next()));
    }
    return List.copyOf(outcomes.values());
  }

  /** A stream that provokes a defect is encoded record by record. */
  private List<Attempt<Encoding>> each(Attempt<List<Encoding>> stream, List<Source> sources) {
    return stream.defect() == null
        ? stream.result().stream().map(encoding -> new Attempt<>(encoding, null)).toList()
        : Attempt.together(sources, codec::encode);
  }

  /** Places of the records of each stream. */
  private Map<List<Object>, List<Integer>> streams(List<Step.Pending<RawMedia, Source>> records) {
    Map<List<Object>, List<Integer>> streams = new LinkedHashMap<>();
    for (int i = 0; i < records.size(); i++) {
      Step.Pending<RawMedia, Source> next = records.get(i);
      List<Object> stream =
          List.of(partitions.of(next.record()), groups.by().of(next.record(), next.content()));
      streams.computeIfAbsent(stream, unseen -> new ArrayList<>()).add(i);
    }
    return streams;
  }
}
