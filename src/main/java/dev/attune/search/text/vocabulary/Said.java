package dev.attune.search.text.vocabulary;

/**
 * A text's words in their order; its arrays are not to be changed.
 *
 * @param spelled as they are written
 * @param stems of these
 * @param steps of each stem how many positions it stands behind the one before; 0 for another form
 * @param length in positions
 */
@SuppressWarnings("ArrayRecordComponent") // read a thousand million times, compared never
public record Said(Word[] spelled, Word[] stems, int[] steps, int length) {}
