package dev.shoal.plan;

import java.io.Serializable;

/**
 * What one task does at a time: it makes these chunks of this array and no other task touches them.
 *
 * @param ordinal position in the plan
 * @param array position of the array in the plan
 * @param chunks box of the array's chunk indexes
 */
public record WorkUnit(long ordinal, int array, Window chunks) implements Serializable {}
