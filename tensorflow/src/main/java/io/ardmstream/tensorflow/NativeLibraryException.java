package io.ardmstream.tensorflow;

/**
 * The native TensorFlow libraries cannot be made available on this machine.
 *
 * <p>The message is one line that names what is missing and what to do about it.
 */
public final class NativeLibraryException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  NativeLibraryException(String message) {
    super(message);
  }

  NativeLibraryException(String message, Throwable cause) {
    super(message, cause);
  }
}
