package io.ardmstream.cli.streams;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.ardmstream.cli.files.Details;
import io.ardmstream.jobs.rates.RateSums;
import io.ardmstream.schema.BlockCounts;
import io.ardmstream.schema.RateWindow;
import java.io.PrintWriter;

/**
 * Rates as a table or as JSON.
 *
 * @param sums what to show
 * @param byTime whether a line is a window
 * @param leftOut values that are in no sum because they hold no usable numbers
 */
record RateAnswer(RateSums sums, boolean byTime, long leftOut) {

  private static final String HEAD = "%-28s %-18s %-20s %10s %16s %16s %8s %8s %8s %7s %9s%n";
  private static final String LINE =
      "%-28s %-18s %-20s %,10d %,16d %,16d %8.3f %8.4f %7.1f%% %6.1f%% %,9d%n";
  private static final double PERCENT = 100;

  void print(PrintWriter out) {
    out.printf(
        HEAD,
        "stream",
        "model",
        byTime ? "window" : "since",
        "records",
        "raw",
        "encoded",
        "ratio",
        "bits",
        "leaning",
        "ardm",
        "fallbacks");
    sums.all().forEach(sum -> print(sum.getStream(), model(sum), sum, out));
    sums.total().ifPresent(total -> print("all", "", total, out));
    if (leftOut > 0) {
      out.printf(
          "left out: %,d that are no statistics, or whose numbers cannot be added up%n", leftOut);
    }
    out.flush();
  }

  JsonObject json() {
    JsonArray rates = new JsonArray();
    sums.all().forEach(sum -> rates.add(named(sum)));
    JsonObject answer = new JsonObject();
    answer.add("rates", rates);
    sums.total().ifPresent(total -> answer.add("total", facts(total)));
    answer.addProperty("left_out", leftOut);
    return answer;
  }

  private static void print(String stream, String model, RateWindow sum, PrintWriter out) {
    BlockCounts blocks = sum.getBlocks();
    long all = blocks.getArdm() + blocks.getClassic() + blocks.getStored() + blocks.getConstant();
    out.printf(
        LINE,
        stream,
        model,
        sum.getWindowStart(),
        sum.getRecords(),
        sum.getRawBytes(),
        sum.getEncodedBytes(),
        sum.getRatio(),
        sum.getBitsPerDimension(),
        PERCENT * leaningShare(sum),
        all == 0 ? 0 : PERCENT * blocks.getArdm() / all,
        sum.getFallbackRecords());
  }

  /** Which part of what records would take alone is saved by leaning on those before. */
  private static double leaningShare(RateWindow sum) {
    double saved = sum.getLeaningSavedBytes();
    return saved == 0 ? 0 : saved / (saved + sum.getEncodedBytes());
  }

  private static String model(RateWindow sum) {
    return sum.getModel() == null
        ? "none"
        : sum.getModel().getName() + "-" + sum.getModel().getVersion();
  }

  private static JsonObject named(RateWindow sum) {
    JsonObject json = new JsonObject();
    json.addProperty("stream", sum.getStream());
    json.addProperty("model", model(sum));
    json.addProperty("model_digest", sum.getModel() == null ? "" : sum.getModel().getDigest());
    json.addProperty("media", Details.lower(sum.getMedia()));
    facts(sum).entrySet().forEach(fact -> json.add(fact.getKey(), fact.getValue()));
    return json;
  }

  private static JsonObject facts(RateWindow sum) {
    JsonObject json = new JsonObject();
    json.addProperty("since", sum.getWindowStart().toString());
    json.addProperty("until", sum.getWindowEnd().toString());
    json.addProperty("records", sum.getRecords());
    json.addProperty("samples", sum.getSamples());
    json.addProperty("raw_bytes", sum.getRawBytes());
    json.addProperty("encoded_bytes", sum.getEncodedBytes());
    json.addProperty("saved_bytes", sum.getRawBytes() - sum.getEncodedBytes());
    json.addProperty("leaning_saved_bytes", sum.getLeaningSavedBytes());
    json.addProperty("ratio", sum.getRatio());
    json.addProperty("bits_per_dimension", sum.getBitsPerDimension());
    json.add("blocks", blocks(sum.getBlocks()));
    json.addProperty("ideal_bits", sum.getIdealBits());
    json.addProperty("modelled_bits", sum.getModelledBits());
    JsonArray stages = new JsonArray();
    sum.getStageBits().forEach(stages::add);
    json.add("stage_bits", stages);
    json.addProperty("encode_milliseconds", sum.getEncodeMillis());
    json.addProperty("fallback_records", sum.getFallbackRecords());
    json.addProperty("verify_failures", sum.getVerifyFailures());
    return json;
  }

  private static JsonObject blocks(BlockCounts counts) {
    JsonObject json = new JsonObject();
    json.addProperty("ardm", counts.getArdm());
    json.addProperty("classic", counts.getClassic());
    json.addProperty("stored", counts.getStored());
    json.addProperty("constant", counts.getConstant());
    return json;
  }
}
