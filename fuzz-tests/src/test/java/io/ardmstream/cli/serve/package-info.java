/** Requests to the server of the command line. */
package io.ardmstream.cli.serve;
