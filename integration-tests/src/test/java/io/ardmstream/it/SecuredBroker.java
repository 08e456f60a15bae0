package io.ardmstream.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.ardmstream.demo.LocalBroker;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/**
 * A broker with a second listener for TLS and passwords, and with access control. Tests come
 * through the open listener as its administrator, jobs through the second as the user {@code jobs}.
 */
final class SecuredBroker implements AutoCloseable {

  static final String PASSWORD = "correct-horse-battery-staple";

  private static final String LOGIN = "org.apache.kafka.common.security.plain.PlainLoginModule";
  private static final String STORE_PASSWORD = "store-password";

  final LocalBroker broker;
  final String securedServers;
  private final Path directory;

  private SecuredBroker(LocalBroker broker, String securedServers, Path directory) {
    this.broker = broker;
    this.securedServers = securedServers;
    this.directory = directory;
  }

  static SecuredBroker start(Path directory) throws Exception {
    makeKeys(directory);
    String address = "127.0.0.1:" + freePort();
    Map<String, String> settings = new HashMap<>();
    settings.put("listeners", "SASL_SSL://" + address);
    settings.put(
        "listener.security.protocol.map",
        "CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT,SASL_SSL:SASL_SSL");
    settings.put("sasl.enabled.mechanisms", "PLAIN");
    settings.put(
        "listener.name.sasl_ssl.plain.sasl.jaas.config",
        LOGIN + " required user_jobs=\"" + PASSWORD + "\";");
    settings.put("ssl.keystore.type", "PKCS12");
    settings.put("ssl.keystore.location", directory.resolve("broker.p12").toString());
    settings.put("ssl.keystore.password", STORE_PASSWORD);
    settings.put(
        "authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
    settings.put("super.users", "User:ANONYMOUS");
    return new SecuredBroker(LocalBroker.start(directory, settings), address, directory);
  }

  /** A secrets file as an operator writes it. */
  Path secrets(String password, boolean trustful) throws IOException {
    StringBuilder lines = new StringBuilder();
    lines.append("security.protocol=SASL_SSL\nsasl.mechanism=PLAIN\n");
    lines.append("sasl.jaas.config=" + LOGIN + " required username=\"jobs\" ");
    lines.append("password=\"" + password + "\";\n");
    if (trustful) {
      lines.append("ssl.truststore.type=PEM\n");
      lines.append("ssl.truststore.location=" + directory.resolve("broker.pem") + "\n");
    }
    Path file = Files.createTempFile(directory, "client", ".properties");
    return Files.writeString(file, lines);
  }

  /** Lets the user {@code jobs} do one thing with everything whose name begins so. */
  void allow(ResourceType type, String prefix, AclOperation... operations) throws Exception {
    List<AclBinding> rights = new ArrayList<>();
    for (AclOperation operation : operations) {
      rights.add(
          new AclBinding(
              new ResourcePattern(type, prefix, PatternType.PREFIXED),
              new AccessControlEntry("User:jobs", "*", operation, AclPermissionType.ALLOW)));
    }
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
      admin.createAcls(rights).all().get();
    }
  }

  @Override
  public void close() {
    broker.close();
  }

  private static void makeKeys(Path directory) throws Exception {
    String store = directory.resolve("broker.p12").toString();
    List<String> common =
        List.of("-alias", "broker", "-keystore", store, "-storepass", STORE_PASSWORD);
    List<String> generate =
        List.of(
            "-genkeypair",
            "-keyalg",
            "EC",
            "-storetype",
            "PKCS12",
            "-dname",
            "CN=broker",
            "-ext",
            "san=ip:127.0.0.1");
    keytool(generate, common);
    String certificate = directory.resolve("broker.pem").toString();
    keytool(List.of("-exportcert", "-rfc", "-file", certificate), common);
  }

  private static void keytool(List<String> arguments, List<String> common) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(arguments);
    command.addAll(common);
    Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(keytool.getInputStream().readAllBytes());
    assertThat(keytool.waitFor()).as(output).isZero();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
