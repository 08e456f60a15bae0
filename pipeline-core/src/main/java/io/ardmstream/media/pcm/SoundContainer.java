package io.ardmstream.media.pcm;

import io.ardmstream.media.Fields;

/** The containers of this package. */
enum SoundContainer {
  /** Audio interchange file format, also compressed in name (AIFF-C). */
  AIFF,
  /** The sound files of Sun and NeXT. */
  AU,
  /** Core audio format. */
  CAF,
  /** WAVE with sizes of 64 bits (EBU Tech 3306, ITU-R BS.2088). */
  RF64,
  /** WAVE with the most significant byte first. */
  RIFX,
  /** WAVE of Sonic Foundry, with sizes of 64 bits and names of 128. */
  W64;

  boolean recognises(byte[] file) {
    Fields names = new Fields(file, false);
    return switch (this) {
      case AIFF -> names.named(0, "FORM") && (names.named(8, "AIFF") || names.named(8, "AIFC"));
      case AU -> names.named(0, ".snd");
      case CAF -> names.named(0, "caff");
      case RF64 -> (names.named(0, "RF64") || names.named(0, "BW64")) && names.named(8, "WAVE");
      case RIFX -> names.named(0, "RIFX") && names.named(8, "WAVE");
      case W64 -> names.named(0, "riff" + Wave.GUID_END) && names.named(24, "wave");
    };
  }

  SoundData read(byte[] file) {
    return switch (this) {
      case AIFF -> Aiff.read(file);
      case AU -> Au.read(file);
      case CAF -> Caf.read(file);
      case RF64, RIFX -> Wave.read(file, this == RIFX);
      case W64 -> Wave.readWide(file);
    };
  }
}
