package io.ardmstream.training;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The state of a run: step reached, steps planned, and all variables by name. Written to a
 * temporary file, brought to the disk and renamed, so that neither a kill nor a power failure
 * leaves half a checkpoint.
 */
record Checkpoint(long step, long steps, Map<String, float[]> variables) {

  private static final int MAGIC = 0x41524443;

  void write(Path file) throws IOException {
    Path temporary = file.resolveSibling(file.getFileName() + ".part");
    try (FileChannel channel =
            FileChannel.open(
                temporary,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE);
        DataOutputStream out =
            new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel)))) {
      out.writeInt(MAGIC);
      out.writeLong(step);
      out.writeLong(steps);
      out.writeInt(variables.size());
      for (Map.Entry<String, float[]> variable : variables.entrySet()) {
        out.writeUTF(variable.getKey());
        out.writeInt(variable.getValue().length);
        for (float value : variable.getValue()) {
          out.writeFloat(value);
        }
      }
      out.flush();
      // the rename must not reach the disk before the content: the old checkpoint would be gone
      channel.force(true);
    }
    Files.move(
        temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  static Checkpoint read(Path file) throws IOException {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      if (in.readInt() != MAGIC) {
        throw new IOException(file + " is not a checkpoint; delete it or train without --resume");
      }
      long step = in.readLong();
      long steps = in.readLong();
      Map<String, float[]> variables = new LinkedHashMap<>();
      for (int count = in.readInt(); count > 0; count--) {
        String name = in.readUTF();
        float[] values = new float[in.readInt()];
        for (int i = 0; i < values.length; i++) {
          values[i] = in.readFloat();
        }
        variables.put(name, values);
      }
      return new Checkpoint(step, steps, variables);
    }
  }
}
