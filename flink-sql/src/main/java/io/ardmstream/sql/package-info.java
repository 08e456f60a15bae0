/**
 * Functions of Flink SQL for encoded records: what they hold, and what they are without decoding.
 */
package io.ardmstream.sql;
