package io.ardmstream.jobs.run;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A report for programs. Keys are part of the interface: never renamed, only added to. */
final class ReportJson {

  private ReportJson() {}

  static String of(JobReport report) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("records", report.records());
    json.put("raw_bytes", report.rawBytes());
    json.put("encoded_bytes", report.encodedBytes());
    json.put("ratio", report.ratio());
    json.put("tombstones", report.tombstones());
    json.put("dead_letters", report.deadLetters());
    json.put("checksum", "%016x".formatted(report.checksum()));
    ObjectNode reasons = json.putObject("dead_letter_reasons");
    report.reasons().forEach(reasons::put);
    ArrayNode missing = json.putArray("missing");
    report
        .missing()
        .forEach((what, records) -> missing.addObject().put("what", what).put("records", records));
    ArrayNode failures = json.putArray("failures");
    report.failures().keySet().forEach(failures::add);
    return json.toPrettyString();
  }
}
