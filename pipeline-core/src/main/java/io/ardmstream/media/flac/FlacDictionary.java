package io.ardmstream.media.flac;

import java.nio.charset.StandardCharsets;

/** What the heads of many files begin with, once what follows from their frames is taken away. */
final class FlacDictionary {
  private static final String[] COMMENTS = {
    "ARTIST=",
    "ALBUM=",
    "TITLE=",
    "DATE=",
    "GENRE=",
    "TRACKNUMBER=",
    "TRACKTOTAL=",
    "DISCNUMBER=",
    "encoder=Lavf",
    "Lavc flac",
    "WAVEFORMATEXTENSIBLE_CHANNEL_MASK=0x"
  };
  private static final String[] VENDORS = {
    "Lavf58.76.100",
    "Lavf59.27.100",
    "Lavf60.16.100",
    "Lavf61.7.100",
    "reference libFLAC 1.2.1 20070917",
    "reference libFLAC 1.3.1 20141125",
    "reference libFLAC 1.3.2 20170101",
    "reference libFLAC 1.3.3 20190804",
    "reference libFLAC 1.3.4 20220220",
    "reference libFLAC 1.4.3 20230623",
    "reference libFLAC 1.4.2 20221022"
  };
  private static final int PADDING = 32;

  private FlacDictionary() {}

  static byte[] bytes() {
    StringBuilder text = new StringBuilder();
    for (String comment : COMMENTS) {
      text.append(comment);
    }
    text.append("\u0003\0\0\u0012\0\0\0\0\0\0\0\0");
    for (String vendor : VENDORS) {
      text.append("\u0004\0\0").append((char) (vendor.length() + 8)).append((char) vendor.length());
      text.append("\0\0\0").append(vendor).append("\0\0\0\0");
    }
    text.append("\u0081\0\u0020\0").append("\0".repeat(PADDING)).append("fLaC\0\0\0\"");
    return text.append("\0".repeat(PADDING)).toString().getBytes(StandardCharsets.ISO_8859_1);
  }
}
