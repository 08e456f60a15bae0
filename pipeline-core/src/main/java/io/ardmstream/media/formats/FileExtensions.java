package io.ardmstream.media.formats;

import java.util.List;
import java.util.Map;

/** What the name of a file ends with, as far as its first bytes tell. */
public final class FileExtensions {
  private static final String UNKNOWN = ".bin";
  private static final int FORM = 8;

  /** Formats that are taken apart. */
  private static final List<Signature> SIGNATURES =
      List.of(
          Signature.of(".png", 0x89, 'P', 'N', 'G'),
          Signature.of(".jpg", 0xFF, 0xD8, 0xFF),
          Signature.of(".wav", FORM, "WAVE"),
          Signature.of(".flac", 0, "fLaC"),
          Signature.of(".aiff", FORM, "AIF"),
          Signature.of(".caf", 0, "caff"),
          Signature.of(".au", 0, ".snd"),
          Signature.of(".bmp", 0, "BM"),
          Signature.of(".pgm", 0, "P5"),
          Signature.of(".ppm", 0, "P6"),
          Signature.of(".pam", 0, "P7"),
          Signature.of(".tif", 'I', 'I', '*', 0),
          Signature.of(".tif", 'M', 'M', 0, '*'));

  /** Formats that are kept as they are, by their names. */
  private static final Map<String, String> KEPT =
      Map.ofEntries(
          Map.entry("MP3", ".mp3"),
          Map.entry("AAC", ".aac"),
          Map.entry("Ogg", ".ogg"),
          Map.entry("M4A (AAC, ALAC)", ".m4a"),
          Map.entry("WebP", ".webp"),
          Map.entry("GIF", ".gif"),
          Map.entry("HEIC", ".heic"),
          Map.entry("AVIF", ".avif"),
          Map.entry("JPEG XL", ".jxl"),
          Map.entry("MP4", ".mp4"),
          Map.entry("WebM", ".webm"),
          Map.entry("Matroska", ".mkv"),
          Map.entry("PDF", ".pdf"),
          Map.entry("zip", ".zip"));

  private FileExtensions() {}

  /** The extension with its dot; {@value #UNKNOWN} where the bytes tell nothing. */
  public static String of(byte[] file) {
    for (Signature signature : SIGNATURES) {
      if (signature.fits(file)) {
        return signature.tells();
      }
    }
    return KeptFormats.nameOf(file).map(name -> KEPT.getOrDefault(name, UNKNOWN)).orElse(UNKNOWN);
  }
}
