/**
 * The command line.
 *
 * <p>In: arguments and files. Out: files, a report on standard output (text for people, JSON with
 * {@code --json}), messages on standard error, and an exit code, see {@link
 * io.ardmstream.cli.shell.ExitCode}.
 */
package io.ardmstream.cli;
