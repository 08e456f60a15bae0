package io.ardmstream.media.pcm;

import java.nio.charset.StandardCharsets;

/** What headers of these files are usually made of. */
final class SoundDictionary {
  private static final String[] PIECES = {
    "LIST\u0000\0\0\0INFOISFT\u000e\0\0\0Lavf59.27.100\0",
    "Processed by SoX",
    "bext\u005a\u0002\0\0",
    "RIFX\0\0\0\0WAVEfmt \0\0\0\u0010\0\u0001\0\u0002\0\0\u00bb\u0080\0\0\0\0\0\u0004\0\u0010data\0",
    "riff\u002e\u0091\u00cf\u0011\u00a5\u00d6\u0028\u00db\u0004\u00c1\0\0\0\0\0\0\0\0\0\0",
    "wave\u00f3\u00ac\u00d3\u0011\u008c\u00d1\0\u00c0\u004f\u008e\u00db\u008a",
    "fmt \u00f3\u00ac\u00d3\u0011\u008c\u00d1\0\u00c0\u004f\u008e\u00db\u008a\u0028\0\0\0\0\0\0\0",
    "data\u00f3\u00ac\u00d3\u0011\u008c\u00d1\0\u00c0\u004f\u008e\u00db\u008a\0\0\0\0\0\0\0\0",
    ".snd\0\0\0\u0018\u00ff\u00ff\u00ff\u00ff\0\0\0\u0003\0\0\u00ac\u0044\0\0\0\u0002",
    "caff\0\u0001\0\0desc\0\0\0\0\0\0\0\u0020\u0040\u00e5\u0088\u0080\0\0\0\0lpcm\0\0\0\u0002",
    "\0\0\0\u0004\0\0\0\u0001\0\0\0\u0002\0\0\0\u0010chan\0\0\0\0\0\0\0\u000c\0\u0065\0\u0002",
    "\0\0\0\0\0\0\0\0free\0\0\0\0\0\0data\0\0\0\0\0\0\0\0\0\0\0\u0001",
    "FORM\0\0\0\0AIFCFVER\0\0\0\u0004\u00a2\u0080\u0051\u0040COMM\0\0\0\u0018sowt\0\0",
    "FORM\0\0\0\0AIFFCOMM\0\0\0\u0012\0\u0002\0\0\0\0\0\u0010\u0040\u000e\u00ac\u0044\0\0\0\0\0\0",
    "SSND\0\0\0\0\0\0\0\0\0\0\0\0",
    "BW64RF64\u00ff\u00ff\u00ff\u00ffWAVEds64\u001c\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0",
    "\0\0\0\0\0\0\0\0\0\0\0\0fmt \u0010\0\0\0\u0001\0\u0002\0\u0080\u00bb\0\0\0\u00ee\u0002\0",
    "\u0004\0\u0010\0data\u00ff\u00ff\u00ff\u00ff"
  };

  private SoundDictionary() {}

  static byte[] bytes() {
    return String.join("", PIECES).getBytes(StandardCharsets.ISO_8859_1);
  }
}
