/** Commands on topics: compress, replay, rates, the dashboard, and the demo. */
package io.ardmstream.cli.streams;
