package dev.shoal.cf;

import java.io.Serializable;

/**
 * How a time coordinate counts.
 *
 * @param variable full name
 * @param units as stored; of texts the units they are read in
 * @param calendar CF's name of it, or the stored text where it is none of CF's
 * @param timestamps whether its calendar's dates are days that were, so that times have timestamps
 */
public record TimeFacts(String variable, String units, String calendar, boolean timestamps) implements Serializable {}
