/** Commands on files: encode, decode, verify, info. */
package io.ardmstream.cli.files;
