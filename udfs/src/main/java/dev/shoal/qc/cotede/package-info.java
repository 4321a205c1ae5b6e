/**
 * CoTeDe's tests of profiles and series, flag for flag and feature for feature (Castelao 2020, JOSS 5(48), 2063; CoTeDe
 * 9b77771): functions over arrays that know nothing of Shoal's own tests.
 *
 * <p>CoTeDe measures a feature of each sample, such as how far it stands out, and compares it with a threshold. A
 * {@link dev.shoal.qc.cotede.Procedure} is one of its tests with its configuration; {@link dev.shoal.qc.cotede.Cotede}
 * makes it of the keys that CoTeDe reads. What is not finite is missing. Where CoTeDe is odd, so is this, and the
 * Javadoc says so: these are for those who must reproduce it.
 */
@NullMarked
package dev.shoal.qc.cotede;

import org.jspecify.annotations.NullMarked;
