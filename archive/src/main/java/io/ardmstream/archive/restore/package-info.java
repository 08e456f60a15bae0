/** Archives read back: found, decoded, compared and written as the files they were. */
package io.ardmstream.archive.restore;
