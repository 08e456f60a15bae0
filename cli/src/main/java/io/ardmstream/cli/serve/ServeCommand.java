package io.ardmstream.cli.serve;

import io.ardmstream.cli.files.ModelFlags;
import io.ardmstream.cli.shell.ExitCode;
import io.ardmstream.cli.shell.Logging;
import io.ardmstream.codec.Codec;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ardm serve}: encode and decode over HTTP. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = {
      "Encode and decode over HTTP, for programs in any language: POST a media file to /encode, an .ardm file or"
          + " the value of an encoded topic to /decode or /info.",
      "/encode?as=record answers with a value for an encoded topic instead of an .ardm file. It has no passwords:"
          + " leave it on localhost, or put a proxy before it."
    })
public final class ServeCommand implements Callable<Integer> {
  private static final int MEGA = 1 << 20;

  @Spec private CommandSpec spec;
  @Mixin private ModelFlags models;

  @Option(
      names = "--host",
      paramLabel = "NAME",
      defaultValue = "127.0.0.1",
      description = "Address to listen at (default: ${DEFAULT-VALUE}, this machine alone).")
  private String host;

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "8643",
      description = "Port to listen at; 0: any that is free (default: ${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--max-megabytes",
      paramLabel = "N",
      defaultValue = "64",
      description = "Largest request (default: ${DEFAULT-VALUE}).")
  private int maxMegabytes;

  @Option(
      names = "--at-once",
      paramLabel = "N",
      defaultValue = "2",
      description =
          "Requests that are worked on at once; others wait. Each may take twenty times the largest request of"
              + " memory (default: ${DEFAULT-VALUE}).")
  private int atOnce;

  @Override
  public Integer call() throws Exception {
    if (maxMegabytes < 1 || maxMegabytes > 1024 || atOnce < 1) {
      throw new ParameterException(
          spec.commandLine(), "--max-megabytes is 1 to 1024, --at-once at least 1.");
    }
    Logging.quiet();
    InetSocketAddress address = new InetSocketAddress(InetAddress.getByName(host), port);
    try (Codec codec = models.forEncoding().build();
        CodecServer server =
            CodecServer.start(address, new CodecRequests(codec), maxMegabytes * MEGA, atOnce)) {
      PrintWriter out = spec.commandLine().getOut();
      out.println("Encoding and decoding at " + server.address() + " until Ctrl-C");
      out.flush();
      new CountDownLatch(1).await();
    }
    return ExitCode.OK.number();
  }
}
