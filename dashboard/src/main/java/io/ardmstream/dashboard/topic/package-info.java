/** What the page reads from Kafka: the statistics as they come, encoded records when asked for. */
package io.ardmstream.dashboard.topic;
