/** The same for Kafka Connect. */
package io.ardmstream.kafka.connect;
