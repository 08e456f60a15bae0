/** Where the bits of a picture went, as a picture. */
package io.ardmstream.dashboard.heat;
