package io.ardmstream.cli.streams;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.ardmstream.jobs.letters.LetterSums;
import java.io.PrintWriter;

/**
 * How many records were refused, and why, as lines or as JSON.
 *
 * @param sums what to show
 */
record RefusedAnswer(LetterSums sums) {

  void print(PrintWriter out) {
    if (sums.records() == 0) {
      out.println("no dead letters");
    }
    for (LetterSums.Sum sum : sums.all()) {
      out.printf(
          "%,d dead letters of %s: %s, the latest at %s: %s%n",
          sum.records(), sum.stream(), sum.error(), sum.latest(), sum.reason());
    }
    out.flush();
  }

  JsonArray json() {
    JsonArray refused = new JsonArray();
    for (LetterSums.Sum sum : sums.all()) {
      JsonObject each = new JsonObject();
      each.addProperty("stream", sum.stream());
      each.addProperty("error", sum.error().name());
      each.addProperty("records", sum.records());
      each.addProperty("latest", String.valueOf(sum.latest()));
      each.addProperty("reason", sum.reason());
      refused.add(each);
    }
    return refused;
  }
}
