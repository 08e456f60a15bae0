/**
 * The command line.
 *
 * <p>Commands write files, a report on standard output (text for people, JSON with {@code --json})
 * and messages on standard error. They return an exit code, see {@link
 * io.ardmstream.cli.shell.ExitCode}.
 */
package io.ardmstream.cli;
