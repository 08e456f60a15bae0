package io.ardmstream.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ardmstream.block.ModelRegistry;
import io.ardmstream.bundle.InferenceEngine;
import io.ardmstream.bundle.ModelBundle;
import io.ardmstream.bundle.TinyBundles;
import io.ardmstream.codec.decode.BlockDecoder;
import io.ardmstream.codec.decode.GroupMemory;
import io.ardmstream.container.ContainerReader;
import io.ardmstream.container.GroupPlace;
import io.ardmstream.failure.CorruptDataException;
import io.ardmstream.failure.MissingRecordsException;
import io.ardmstream.likelihood.image.ImageModel;
import io.ardmstream.media.Limits;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Groups are read call by call as if they were read at once. */
class StreamDecoderTest {
  private static final int FRAMES = 5;

  private static ModelRegistry models;
  private static Codec codec;
  private static List<byte[]> frames;
  private static List<byte[]> group;
  private static List<byte[]> other;

  @BeforeAll
  static void encode() throws IOException {
    ModelBundle bundle = ModelBundle.load(TinyBundles.source(TinyBundles.mixedImageFiles(1, 1)));
    models = ModelRegistry.of(ImageModel.open(bundle, InferenceEngine.java().load(bundle), 2));
    codec = Codec.builder().models(models).imageModel("tiny-image").build();
    frames = frames(1);
    group = encode(frames);
    other = encode(frames(2));
  }

  @AfterAll
  static void close() {
    codec.close();
  }

  private static List<byte[]> frames(int scene) {
    List<byte[]> frames = new ArrayList<>();
    for (int time = 0; time < FRAMES; time++) {
      byte[] head = "P5\n40 30\n255\n".getBytes(StandardCharsets.US_ASCII);
      byte[] frame = Arrays.copyOf(head, head.length + 40 * 30);
      Random texture = new Random(scene);
      for (int i = head.length; i < frame.length; i++) {
        frame[i] = (byte) (60 + texture.nextInt(80) + (i == head.length + 50 * time ? 9 : 0));
      }
      frames.add(frame);
    }
    return frames;
  }

  private static List<byte[]> encode(List<byte[]> files) {
    List<Source> stream = files.stream().map(Source::of).toList();
    List<byte[]> containers =
        codec.encodeStreams(List.of(stream), FRAMES).get(0).stream()
            .map(encoding -> encoding.orThrow().container())
            .toList();
    assertThat(Codec.inspect(containers.get(FRAMES - 1)).group().orElseThrow().place())
        .isEqualTo(FRAMES - 1);
    return containers;
  }

  private static byte[] only(StreamDecoder decoder, byte[] container) {
    return decoder.decode(List.of(container)).get(0).orThrow().bytes();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5})
  void groupsGoOnFromCallToCall(int together) {
    StreamDecoder decoder = codec.streamDecoder();
    List<byte[]> restored = new ArrayList<>();
    for (int from = 0; from < FRAMES; from += together) {
      List<byte[]> some = group.subList(from, Math.min(FRAMES, from + together));
      decoder.decode(some).forEach(decoding -> restored.add(decoding.orThrow().bytes()));
    }
    assertThat(restored).usingElementComparator(Arrays::compare).isEqualTo(frames);
  }

  @Test
  void aGroupThatIsLargerThanTheMemoryGoesOn() {
    GroupMemory memory = new GroupMemory(new BlockDecoder(models), Limits.defaults(), 1);
    for (int i = 0; i < FRAMES; i++) {
      Decoding next = memory.decode(List.of(group.get(i))).get(0);
      assertThat(next.orThrow().bytes()).isEqualTo(frames.get(i));
    }
  }

  @Test
  void groupsMayTakeTurns() {
    StreamDecoder decoder = codec.streamDecoder();
    for (int i = 0; i < FRAMES; i++) {
      assertThat(only(decoder, group.get(i))).isEqualTo(frames.get(i));
      only(decoder, other.get(i));
    }
  }

  @Test
  void whatComesAgainIsDecodedAgain() {
    StreamDecoder decoder = codec.streamDecoder();
    decoder.decode(group);

    List<Decoding> twice =
        decoder.decode(List.of(group.get(3), group.get(3), group.get(1), group.get(4)));

    assertThat(twice)
        .extracting(decoding -> decoding.orThrow().bytes())
        .usingElementComparator(Arrays::compare)
        .containsExactly(frames.get(3), frames.get(3), frames.get(1), frames.get(4));
  }

  @Test
  void whatIsMissingIsNamedAndCanBeGivenLater() {
    StreamDecoder decoder = codec.streamDecoder();
    byte[] last = group.get(4);
    assertThatThrownBy(() -> only(decoder, last))
        .isInstanceOf(MissingRecordsException.class)
        .hasMessageContaining("leans on the 4 before it")
        .hasMessageContaining("record 4 of the group");
    decoder.remember(group.get(3));
    assertThat(decoder.gap(last)).map(GroupPlace::place).contains(3);

    group.subList(0, 3).forEach(decoder::remember);

    assertThat(decoder.gap(last)).isEmpty();
    assertThat(only(decoder, last)).isEqualTo(frames.get(4));
  }

  @Test
  void itIsToldWhereTheBitsOfARecordWent() {
    StreamDecoder decoder = codec.streamDecoder();
    group.subList(0, 3).forEach(decoder::remember);

    BitCostMap map = decoder.survey(group.get(3));

    double bits = 0;
    for (float each : map.bits()) {
      bits += each;
    }
    assertThat(map.planes()[0]).hasSize(40 * 30);
    assertThat(bits / 8).isBetween(0.4 * group.get(3).length, 1.1 * group.get(3).length);
    assertThat(codec.survey(group.get(0)).planes()[0]).hasSize(40 * 30);
    assertThatThrownBy(() -> decoder.survey(other.get(2)))
        .isInstanceOf(MissingRecordsException.class);
  }

  @Test
  void aDamagedRecordDoesNotSpoilWhatWasDecodedBefore() {
    StreamDecoder decoder = codec.streamDecoder();
    decoder.decode(group.subList(0, 2));
    byte[] damaged = group.get(2).clone();
    damaged[damaged.length / 2] ^= 1;

    assertThatThrownBy(() -> only(decoder, damaged)).isInstanceOf(CorruptDataException.class);
    assertThatThrownBy(() -> only(decoder, group.get(3)))
        .isInstanceOf(MissingRecordsException.class);
    assertThat(only(decoder, group.get(2))).isEqualTo(frames.get(2));
    assertThat(only(decoder, group.get(3))).isEqualTo(frames.get(3));
  }

  @Test
  void whatLeansOnDamageIsRefusedUntilItComesWhole() {
    byte[] forged = resealed(group.get(2));
    byte[] next = group.get(3).clone();
    ByteBuffer.wrap(next).order(ByteOrder.LITTLE_ENDIAN).putInt(5, ContainerReader.footer(forged));
    Footers.seal(next);
    StreamDecoder decoder = codec.streamDecoder();
    decoder.decode(group.subList(0, 2));

    assertThatThrownBy(() -> only(decoder, forged)).isInstanceOf(CorruptDataException.class);
    for (int again = 0; again < 2; again++) {
      assertThatThrownBy(() -> only(decoder, next))
          .isInstanceOf(MissingRecordsException.class)
          .hasMessageContaining("one of them is damaged");
    }
    assertThat(only(decoder, group.get(2))).isEqualTo(frames.get(2));
    assertThat(only(decoder, group.get(3))).isEqualTo(frames.get(3));
  }

  /** Damaged, with the footer that goes with it. */
  private static byte[] resealed(byte[] container) {
    byte[] forged = container.clone();
    forged[forged.length / 2] ^= 1;
    Footers.seal(forged);
    return forged;
  }
}
