package io.ardmstream.media.formats;

import java.util.List;
import java.util.Optional;

/**
 * Formats that are known by their first bytes and kept as they are: nothing here makes them
 * smaller. Signatures are those that the formats' specifications give.
 */
final class KeptFormats {
  private static final int BRAND = 8;
  private static final int MOST_HEADER = 64;
  private static final int TS_PACKET = 188;
  private static final int TS_SYNC = 0x47;

  private static final List<Signature> SIGNATURES =
      List.of(
          Signature.of("MP3", 0, "ID3"),
          Signature.of("WebP", BRAND, "WEBP"),
          Signature.of("AVI", BRAND, "AVI "),
          Signature.of("GIF", 0, "GIF87a"),
          Signature.of("GIF", 0, "GIF89a"),
          Signature.of("JPEG XL", 0xFF, 0x0A),
          Signature.of("JPEG XL", 0, 0, 0, 12, 'J', 'X', 'L', ' ', 13, 10, 0x87, 10),
          Signature.of("JPEG 2000", 0, 0, 0, 12, 'j', 'P', ' ', ' ', 13, 10, 0x87, 10),
          Signature.of("JPEG 2000", 0xFF, 0x4F, 0xFF, 0x51),
          Signature.of("MPEG program stream", 0, 0, 1, 0xBA),
          Signature.of("MPEG video", 0, 0, 1, 0xB3),
          Signature.of("H.264", 0, 0, 0, 1, 0x67),
          Signature.of("H.264", 0, 0, 0, 1, 0x27),
          Signature.of("H.264", 0, 0, 0, 1, 9),
          Signature.of("H.265", 0, 0, 0, 1, 0x40, 1),
          Signature.of("H.265", 0, 0, 0, 1, 0x46, 1),
          Signature.of("IVF", 0, "DKIF"),
          Signature.of("MXF", 6, 14, 0x2B, 0x34, 2, 5, 1, 1),
          Signature.of("FLV", 0, "FLV\1"),
          Signature.of("RealMedia", 0, ".RMF"),
          Signature.of("ASF (WMA, WMV)", 0x30, 0x26, 0xB2, 0x75, 0x8E, 0x66, 0xCF, 0x11),
          Signature.of("WavPack", 0, "wvpk"),
          Signature.of("Monkey's Audio", 0, "MAC "),
          Signature.of("TTA", 0, "TTA1"),
          Signature.of("AC-3", 0x0B, 0x77),
          Signature.of("DTS", 0x7F, 0xFE, 0x80, 1),
          Signature.of("AMR", 0, "#!AMR"),
          Signature.of("OpenEXR", 0x76, 0x2F, 0x31, 1),
          Signature.of("DPX", 0, "SDPX"),
          Signature.of("DPX", 0, "XPDS"),
          Signature.of("PDF", 0, "%PDF-"),
          Signature.of("zip", 'P', 'K', 3, 4),
          Signature.of("gzip", 0x1F, 0x8B, 8),
          Signature.of("bzip2", 0, "BZh"),
          Signature.of("xz", 0xFD, '7', 'z', 'X', 'Z', 0),
          Signature.of("zstd", 0x28, 0xB5, 0x2F, 0xFD),
          Signature.of("7z", '7', 'z', 0xBC, 0xAF, 0x27, 0x1C));

  private KeptFormats() {}

  /** The name of a file's format, if it is one of these. */
  static Optional<String> nameOf(byte[] file) {
    for (Signature signature : SIGNATURES) {
      if (signature.fits(file)) {
        return Optional.of(signature.tells());
      }
    }
    if (isNetpbmText(file)) {
      return Optional.of("Netpbm in letters (P" + (char) file[1] + ")");
    }
    if (isAt(file, 0, "OggS")) {
      return Optional.of("Ogg");
    }
    if (isAt(file, 4, "ftyp")) {
      return Optional.of(ofBrand(file));
    }
    if (isAt(file, 4, "moov") || isAt(file, 4, "mdat") || isAt(file, 4, "wide")) {
      return Optional.of("QuickTime");
    }
    if (file.length >= 4 && isMatroska(file)) {
      return Optional.of(contains(file, "webm") ? "WebM" : "Matroska");
    }
    return frames(file);
  }

  /** Greys or colours as numbers in letters. */
  private static boolean isNetpbmText(byte[] file) {
    boolean named = isAt(file, 0, "P2") || isAt(file, 0, "P3");
    return named && file.length > 2 && Character.isWhitespace(file[2]);
  }

  /** The name by the major brand of a file of ISO/IEC 14496-12. */
  private static String ofBrand(byte[] file) {
    for (String brand : List.of("avif", "avis")) {
      if (isAt(file, BRAND, brand)) {
        return "AVIF";
      }
    }
    for (String brand : List.of("heic", "heix", "hevc", "hevx", "heim", "heis", "mif1", "msf1")) {
      if (isAt(file, BRAND, brand)) {
        return "HEIC";
      }
    }
    if (isAt(file, BRAND, "qt  ")) {
      return "QuickTime";
    }
    return isAt(file, BRAND, "M4A ") || isAt(file, BRAND, "M4B ") ? "M4A (AAC, ALAC)" : "MP4";
  }

  private static boolean isMatroska(byte[] file) {
    return Signature.of("", 0x1A, 0x45, 0xDF, 0xA3).fits(file);
  }

  private static boolean contains(byte[] file, String text) {
    for (int at = 0; at < Math.min(MOST_HEADER, file.length); at++) {
      if (isAt(file, at, text)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isAt(byte[] file, int at, String text) {
    return Signature.of("", at, text).fits(file);
  }

  /** Formats that begin with a frame or a packet at once; the next one has to fit, too. */
  private static Optional<String> frames(byte[] file) {
    if (isPacket(file, 0) && isPacket(file, TS_PACKET) && isPacket(file, 2 * TS_PACKET)) {
      return Optional.of("MPEG transport stream");
    }
    if (follow(file, AudioFrames::adtsLength) || follow(file, AudioFrames::latmLength)) {
      return Optional.of("AAC");
    }
    if (follow(file, AudioFrames::mp2Length)) {
      return Optional.of("MP2");
    }
    return follow(file, AudioFrames::mp3Length) ? Optional.of("MP3") : Optional.empty();
  }

  /** The length of a frame at a place of a file, 0 if none is. */
  private interface FrameLength {
    int at(byte[] file, int place);
  }

  private static boolean follow(byte[] file, FrameLength length) {
    int first = length.at(file, 0);
    return first > 0 && length.at(file, first) > 0;
  }

  private static boolean isPacket(byte[] file, int at) {
    return at < file.length && file[at] == TS_SYNC;
  }
}
