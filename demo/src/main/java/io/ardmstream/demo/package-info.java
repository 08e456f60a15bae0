/**
 * The whole system in one process. In: the sample media. Out: a real broker and a real Flink
 * cluster on this machine, the rates while the samples stream through them, and the proof that
 * every byte came back.
 */
package io.ardmstream.demo;
