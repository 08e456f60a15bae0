package io.ardmstream.media;

import io.ardmstream.api.PublicApi;

/** A file format, or the absence of one. */
@PublicApi
public enum FileFormat {
  /** RIFF/WAVE with linear samples. */
  WAV(1, Modality.AUDIO),
  /** Interleaved integer PCM without a header; a {@link RawDescriptor} gives its shape. */
  RAW_PCM(2, Modality.AUDIO),
  /** Binary portable grey map (P5) or pixel map (P6). */
  PNM(3, Modality.IMAGE),
  /** Portable network graphics; its compressed stream is made again, or another one of the same. */
  PNG(4, Modality.IMAGE),
  /** Uncompressed Windows bitmap with 8, 24 or 32 bits a pixel. */
  BMP(5, Modality.IMAGE),
  /** Pixels without a header; a {@link RawDescriptor} gives their shape. */
  RAW_IMAGE(6, Modality.IMAGE),
  /** Bytes kept as they are. */
  OPAQUE(7, Modality.OPAQUE),
  /** A JPEG file that is understood; its samples are its bytes, which are rebuilt. */
  JPEG(8, Modality.OPAQUE),
  /** Free lossless audio codec (RFC 9639). */
  FLAC(9, Modality.AUDIO),
  /** AIFF, AU, CAF, RF64, BW64, RIFX or W64 with linear samples. */
  SOUND(10, Modality.AUDIO),
  /** Pictures that are uncompressed, or plainly compressed, in any other container. */
  RASTER(11, Modality.IMAGE);

  private final int code;
  private final Modality kind;

  FileFormat(int code, Modality kind) {
    this.code = code;
    this.kind = kind;
  }

  /** The number that stands for this type in encoded records, 1 to 15 (four bits), never reused. */
  public int code() {
    return code;
  }

  /** What the samples of this type are. */
  public Modality kind() {
    return kind;
  }
}
