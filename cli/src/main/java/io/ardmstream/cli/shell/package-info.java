/** What every command shares: exit codes, failures in one line, progress, and the version. */
package io.ardmstream.cli.shell;
