/**
 * Reports as one HTML file that opens anywhere, without a network: what to show is said in records, beginning at
 * {@link dev.shoal.job.report.ReportPage}; {@link dev.shoal.job.report.Report} turns them into the file.
 */
@NullMarked
package dev.shoal.job.report;

import org.jspecify.annotations.NullMarked;
