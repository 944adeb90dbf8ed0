package dev.attune.search.text.document;

import java.util.List;

/**
 * A text's words in their order.
 *
 * @param spelled as they are written
 * @param stems of each of these
 * @param steps of each how many positions it stands behind the one before; 0 for another form of it
 * @param length in positions
 */
record Said(List<Word> spelled, List<List<Word>> stems, List<Integer> steps, int length) {}
