package io.ardmstream.ardm;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The text form of a policy's step sizes. */
final class PolicyText {
  private static final Pattern RUN = Pattern.compile("(?:(\\d{1,9})x)?(\\d{1,10})");

  private PolicyText() {}

  static String of(int... sizes) {
    StringBuilder text = new StringBuilder();
    int next;
    for (int i = 0; i < sizes.length; i = next) {
      next = endOfRun(sizes, i);
      text.append(i == 0 ? "" : ",");
      text.append(next - i == 1 ? "" : (next - i) + "x").append(sizes[i]);
    }
    return text.toString();
  }

  static int[] parse(String text) {
    IntStream.Builder sizes = IntStream.builder();
    long steps = 0;
    for (String run : text.split(",", -1)) {
      Matcher matcher = RUN.matcher(run);
      if (!matcher.matches()) {
        throw new IllegalArgumentException("\"" + run + "\" is not a step size");
      }
      int count = matcher.group(1) == null ? 1 : Integer.parseInt(matcher.group(1));
      int size = Integer.parseInt(matcher.group(2));
      steps += count;
      Policy.checkSteps(steps);
      IntStream.range(0, count).forEach(i -> sizes.add(size));
    }
    return sizes.build().toArray();
  }

  private static int endOfRun(int[] sizes, int first) {
    int end = first + 1;
    while (end < sizes.length && sizes[end] == sizes[first]) {
      end++;
    }
    return end;
  }
}
