package io.ardmstream.cli.bench;

import io.ardmstream.cli.files.FileGroups;
import io.ardmstream.codec.Codec;
import io.ardmstream.codec.Source;
import io.ardmstream.media.MediaOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Watches the encoder and the decoder, which are warm, at work on files. */
final class StageBench {
  private static final Duration TIME = Duration.ofSeconds(5);

  private final Codec codec;
  private final List<List<Source>> groups = new ArrayList<>();

  /**
   * A bench of files.
   *
   * @param codec does not verify
   */
  StageBench(Codec codec, MediaOptions options, List<Path> files) throws IOException {
    this.codec = codec;
    for (List<Path> paths : FileGroups.ofPaths(files)) {
      List<Source> group = new ArrayList<>();
      for (Path path : paths) {
        group.add(new Source(Files.readAllBytes(path), options));
      }
      groups.add(group);
    }
  }

  /**
   * Watches for five seconds each way, or until all files were coded once.
   *
   * @param folder for what is recorded
   */
  StageTimes measure(Path folder) throws IOException {
    List<List<byte[]>> containers = groups.stream().map(this::containers).toList();
    return new StageTimes(
        StageProfile.of(() -> groups.forEach(codec::encode), TIME, folder.resolve("encode.jfr")),
        StageProfile.of(
            () -> containers.forEach(codec::decode), TIME, folder.resolve("decode.jfr")));
  }

  private List<byte[]> containers(List<Source> group) {
    return codec.encode(group).stream().map(encoding -> encoding.orThrow().container()).toList();
  }
}
