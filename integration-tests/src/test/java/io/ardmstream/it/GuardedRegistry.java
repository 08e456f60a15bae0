package io.ardmstream.it;

import com.sun.net.httpserver.Authenticator;
import com.sun.net.httpserver.BasicAuthenticator;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpPrincipal;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsParameters;
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
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.TrustManagerFactory;

/**
 * A proxy before a registry, as operators have it: clients come by TLS, and with a password, a
 * token or the certificate of the proxy itself.
 */
final class GuardedRegistry implements AutoCloseable {

  static final String USER = "jobs";
  static final String PASSWORD = "correct-horse-battery-staple";
  static final String TOKEN = "eyJhbGciOiJub25lIn0.e30.";

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
    server.setHttpsConfigurator(new Asking(context(keys)));
    GuardedRegistry guarded = new GuardedRegistry(URI.create(registry.url()), server);
    server.createContext("/", guarded::forward).setAuthenticator(new Guard());
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
    TrustManagerFactory trusted = TrustManagerFactory.getInstance("PKIX");
    trusted.init(store);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), trusted.getTrustManagers(), null);
    return context;
  }

  /** A secrets file of a user with a password, as an operator writes it. */
  static Path password(TlsKeys keys, String password) throws IOException {
    return secrets(keys, "basic.auth.user.info=" + USER + ":" + password);
  }

  /** A secrets file with a token. */
  static Path token(TlsKeys keys, String token) throws IOException {
    return secrets(keys, "bearer.auth.token=" + token);
  }

  /** A secrets file with a certificate. */
  static Path certificate(TlsKeys keys) throws IOException {
    return secrets(
        keys,
        "ssl.keystore.type=PKCS12",
        "ssl.keystore.location=" + keys.store(),
        "ssl.keystore.password=" + TlsKeys.PASSWORD);
  }

  private static Path secrets(TlsKeys keys, String... properties) throws IOException {
    List<String> lines = new ArrayList<>(List.of(properties));
    lines.add("ssl.truststore.type=PEM");
    lines.add("ssl.truststore.location=" + keys.certificate());
    return Files.write(
        Files.createTempFile(keys.store().getParent(), "client", ".properties"),
        lines.stream().map("schema.registry."::concat).toList());
  }

  /** Wants to see a certificate. */
  private static final class Asking extends HttpsConfigurator {

    Asking(SSLContext context) {
      super(context);
    }

    @Override
    public void configure(HttpsParameters connection) {
      SSLParameters parameters = getSSLContext().getDefaultSSLParameters();
      parameters.setWantClientAuth(true);
      connection.setSSLParameters(parameters);
    }
  }

  /** Lets those in who have a certificate, the token or the password. */
  private static final class Guard extends BasicAuthenticator {

    Guard() {
      super("registry");
    }

    @Override
    public Authenticator.Result authenticate(HttpExchange exchange) {
      boolean known =
          isCertified((HttpsExchange) exchange)
              || ("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"));
      return known
          ? new Authenticator.Success(new HttpPrincipal(USER, getRealm()))
          : super.authenticate(exchange);
    }

    @Override
    public boolean checkCredentials(String user, String password) {
      return USER.equals(user) && PASSWORD.equals(password);
    }

    private static boolean isCertified(HttpsExchange exchange) {
      try {
        return exchange.getSSLSession().getPeerCertificates().length > 0;
      } catch (SSLPeerUnverifiedException e) {
        return false;
      }
    }
  }
}
