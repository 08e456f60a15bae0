/** Encoding and decoding for programs in other languages, over HTTP on this machine. */
package io.ardmstream.cli.serve;
