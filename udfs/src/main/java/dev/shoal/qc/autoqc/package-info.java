/**
 * The checks of IQuOD's AutoQC over one temperature profile, each giving for every level whether it is rejected.
 *
 * <p>Semantics are those of AutoQC itself, missing values and all: a check's Javadoc says where they part from the
 * paper it follows. Arrays in, arrays out; no state. Adding a check: a function of
 * {@link dev.shoal.qc.autoqc.AutoqcProfile} in the class of its institute, a constant of
 * {@link dev.shoal.qc.autoqc.AutoqcCheck}, and a hand-worked test.
 *
 * @see <a href="https://doi.org/10.3389/fmars.2022.1075510">Good et al. (2023), Benchmarking of automatic quality
 *     control checks for ocean temperature profiles</a>
 */
@NullMarked
package dev.shoal.qc.autoqc;

import org.jspecify.annotations.NullMarked;
