/**
 * Serializers for Kafka clients: encoded records on topics, media files and samples in the program.
 */
package io.ardmstream.kafka;
