/** {@code ardm bench}: rates and speeds of files, in memory and through a stream. */
package io.ardmstream.cli.bench;
