package io.ardmstream.it.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** The schemas of others that our files have to follow. */
final class Schemas {

  private static final String OPERATOR =
      "/META-INF/fabric8/flinkdeployments.flink.apache.org-v1.yml";

  private Schemas() {}

  static Set<ValidationMessage> problemsOfCompose(JsonNode file) {
    ObjectNode schema = (ObjectNode) Repository.parse(resource("compose-spec.json"));
    // a file name, which is no identifier of a schema
    schema.remove("$id");
    return schema(schema).validate(file);
  }

  /**
   * What the operator's own definition has against a FlinkDeployment. Kubernetes drops fields it
   * does not know without a word; here they are problems.
   */
  static Set<ValidationMessage> problemsOfFlinkDeployment(JsonNode file) {
    JsonNode definition = Repository.parse(resource(OPERATOR));
    JsonNode root = definition.at("/spec/versions/0/schema/openAPIV3Schema");
    ObjectNode properties = (ObjectNode) root.get("properties");
    properties.putObject("apiVersion").put("type", "string");
    properties.putObject("kind").put("type", "string");
    properties
        .putObject("metadata")
        .put("type", "object")
        .putObject("properties")
        .putObject("name")
        .put("type", "string");
    refuseUnknownFields(root);
    // the definition on Maven Central is older than the Flink we run
    ((ArrayNode) root.at("/properties/spec/properties/flinkVersion/enum")).add(flinkVersion());
    return schema(root).validate(file);
  }

  /** How the operator names the Flink of the build. */
  static String flinkVersion() {
    String[] parts = Repository.version("flink.version").split("\\.");
    return "v" + parts[0] + "_" + parts[1];
  }

  private static void refuseUnknownFields(JsonNode node) {
    node.forEach(Schemas::refuseUnknownFields);
    if (node instanceof ObjectNode object
        && object.path("properties").isObject()
        && !object.has("x-kubernetes-preserve-unknown-fields")) {
      object.put("additionalProperties", false);
    }
  }

  private static JsonSchema schema(JsonNode schema) {
    return JsonSchemaFactory.getInstance(VersionFlag.V7).getSchema(schema);
  }

  private static String resource(String name) {
    try (InputStream in = Schemas.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
