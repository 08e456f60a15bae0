package io.ardmstream.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A key for a server on this machine.
 *
 * @param store holds the key, in PKCS 12
 * @param certificate what its clients have to trust, in PEM
 */
record TlsKeys(Path store, Path certificate) {

  static final String PASSWORD = "store-password";

  static TlsKeys make(Path directory) throws Exception {
    TlsKeys keys = new TlsKeys(directory.resolve("server.p12"), directory.resolve("server.pem"));
    List<String> common =
        List.of("-alias", "server", "-keystore", keys.store.toString(), "-storepass", PASSWORD);
    List<String> generate =
        List.of(
            "-genkeypair",
            "-keyalg",
            "EC",
            "-storetype",
            "PKCS12",
            "-dname",
            "CN=server",
            "-ext",
            "san=ip:127.0.0.1");
    keytool(generate, common);
    keytool(List.of("-exportcert", "-rfc", "-file", keys.certificate.toString()), common);
    return keys;
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
}
