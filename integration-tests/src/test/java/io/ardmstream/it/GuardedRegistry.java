package io.ardmstream.it;

import com.sun.net.httpserver.BasicAuthenticator;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A proxy before a registry, as operators have it: clients come by TLS and with a password. */
final class GuardedRegistry implements AutoCloseable {

  static final String USER = "jobs";
  static final String PASSWORD = "correct-horse-battery-staple";

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI registry;
  private final HttpsServer server;

  private GuardedRegistry(URI registry, HttpsServer server) {
    this.registry = registry;
    this.server = server;
  }

  /**
   * Starts it.
   *
   * @param port where it listens; 0: where there is room
   */
  static GuardedRegistry start(RegistryProcess registry, TlsKeys keys, int port) throws Exception {
    HttpsServer server = HttpsServer.create(new InetSocketAddress("127.0.0.1", port), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(context(keys)));
    GuardedRegistry guarded = new GuardedRegistry(URI.create(registry.url()), server);
    server
        .createContext("/", guarded::forward)
        .setAuthenticator(
            new BasicAuthenticator("registry") {
              @Override
              public boolean checkCredentials(String user, String password) {
                return USER.equals(user) && PASSWORD.equals(password);
              }
            });
    server.start();
    return guarded;
  }

  String url() {
    return "https://127.0.0.1:" + port() + registry.getPath();
  }

  int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void forward(HttpExchange exchange) throws IOException {
    try (exchange) {
      HttpRequest request =
          HttpRequest.newBuilder(registry.resolve(exchange.getRequestURI()))
              .header("Content-Type", "application/vnd.schemaregistry.v1+json")
              .method(
                  exchange.getRequestMethod(),
                  BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()))
              .build();
      HttpResponse<byte[]> answer = http.send(request, BodyHandlers.ofByteArray());
      exchange.sendResponseHeaders(answer.statusCode(), answer.body().length);
      exchange.getResponseBody().write(answer.body());
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  private static SSLContext context(TlsKeys keys) throws Exception {
    char[] password = TlsKeys.PASSWORD.toCharArray();
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(keys.store())) {
      store.load(in, password);
    }
    KeyManagerFactory managers = KeyManagerFactory.getInstance("PKIX");
    managers.init(store, password);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }

  /** A secrets file as an operator writes it. */
  static Path secrets(TlsKeys keys, String password) throws IOException {
    return Files.writeString(
        Files.createTempFile(keys.store().getParent(), "client", ".properties"),
        """
        schema.registry.basic.auth.user.info=%s:%s
        schema.registry.ssl.truststore.type=PEM
        schema.registry.ssl.truststore.location=%s
        """
            .formatted(USER, password, keys.certificate()));
  }
}
