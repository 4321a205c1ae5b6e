/**
 * Argo's real-time quality control of float profiles: the tests of the Argo quality control manuals, in the order and
 * with the thresholds in which the Coriolis data centre runs them (profile RTQC version 6.5). Arrays and records in,
 * flags out.
 *
 * <p>{@link dev.shoal.qc.argo.ArgoQc} runs a list of {@link dev.shoal.qc.argo.ArgoCheck}s, each a record of its
 * thresholds, over one {@link dev.shoal.qc.argo.ArgoProfile}. A flag only ever rises. What a check computes stands in
 * plain functions over arrays, which other rooms use too.
 *
 * <p>Sources: Argo Quality Control Manual for CTD and Trajectory Data (doi 10.13155/33951), Argo quality control manual
 * for biogeochemical data (doi 10.13155/40879) and those of single parameters; Implementation of Argo real time quality
 * controls by Coriolis data centre (doi 10.13155/49438).
 *
 * <p>Adding a test:
 *
 * <table>
 * <caption>What to change, and why</caption>
 * <tr><th>file</th><th>change</th><th>why</th></tr>
 * <tr><td>{@link dev.shoal.qc.argo.ArgoTest}</td><td>its number and title</td><td>performed and failed tests are told by
 *     number</td></tr>
 * <tr><td>a record {@code XxxCheck}</td><td>its thresholds and what it flags</td><td>all that is known of the test
 *     stands in one place</td></tr>
 * <tr><td>{@link dev.shoal.qc.argo.ArgoQc#coriolis}</td><td>its place in the order</td><td>later tests leave out what
 *     earlier ones flagged</td></tr>
 * </table>
 */
@NullMarked
package dev.shoal.qc.argo;

import org.jspecify.annotations.NullMarked;
