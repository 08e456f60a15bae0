package io.ardmstream.it;

import io.ardmstream.demo.LocalBroker;
import java.io.IOException;
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

  final LocalBroker broker;
  final String securedServers;
  private final TlsKeys keys;

  private SecuredBroker(LocalBroker broker, String securedServers, TlsKeys keys) {
    this.broker = broker;
    this.securedServers = securedServers;
    this.keys = keys;
  }

  static SecuredBroker start(Path directory) throws Exception {
    TlsKeys keys = TlsKeys.make(directory);
    String address = "127.0.0.1:" + ServerProcess.freePort();
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
    settings.put("ssl.keystore.location", keys.store().toString());
    settings.put("ssl.keystore.password", TlsKeys.PASSWORD);
    settings.put(
        "authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
    settings.put("super.users", "User:ANONYMOUS");
    return new SecuredBroker(LocalBroker.start(directory, settings), address, keys);
  }

  /** A secrets file as an operator writes it. */
  Path secrets(String password, boolean trustful) throws IOException {
    StringBuilder lines = new StringBuilder();
    lines.append("security.protocol=SASL_SSL\nsasl.mechanism=PLAIN\n");
    lines.append("sasl.jaas.config=" + LOGIN + " required username=\"jobs\" ");
    lines.append("password=\"" + password + "\";\n");
    if (trustful) {
      lines.append("ssl.truststore.type=PEM\n");
      lines.append("ssl.truststore.location=" + keys.certificate() + "\n");
    }
    Path file = Files.createTempFile(keys.store().getParent(), "client", ".properties");
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
}
