/**
 * Quality control of values: tests after QARTOD as records, their parameters, and the pass that runs many of them over
 * one series. Arrays in, flags out; no Spark, no files.
 *
 * <p>Adding a test:
 *
 * <table>
 * <caption>What to change, and why</caption>
 * <tr><th>file</th><th>change</th><th>why</th></tr>
 * <tr><td>a record of the test's name</td><td>its parameters, its {@code TYPE}, its reach and its kernel</td>
 *     <td>all that is known of the test stands in one place</td></tr>
 * <tr><td>{@link dev.shoal.qc.SeriesTest}, {@link dev.shoal.qc.PointwiseTest} or
 *     {@link dev.shoal.qc.NeighbourhoodTest}, or a family of theirs</td><td>the record's name under
 *     {@code permits}</td><td>the set of tests is closed</td></tr>
 * <tr><td>{@code QcTests}</td><td>its {@code TYPE}</td><td>configurations find it, and the vectors of the peer's test are
 *     scored</td></tr>
 * <tr><td>{@code QartodExamples}, {@code OwnExamples}, ...</td><td>an example</td><td>it must hold the laws of all
 *     tests in {@code QcTestLawTest}; a test without an example fails there</td></tr>
 * </table>
 */
@NullMarked
package dev.shoal.qc;

import org.jspecify.annotations.NullMarked;
