package dev.shoal.stage;

import java.time.Duration;
import java.util.Optional;

/**
 * How a stream goes.
 *
 * @param delay how much older than the newest observation of its series one may be when it comes; what is older is not
 *     judged, and told among the rejects
 * @param interval between looks for new files; absent where what is there is taken and the stream ends
 * @param mostFiles of one batch, the oldest first
 */
public record StreamOptions(Duration delay, Optional<Duration> interval, int mostFiles) {

    /** Refuses a negative delay, and batches of nothing. */
    public StreamOptions {
        if (delay.isNegative() || interval.filter(Duration::isNegative).isPresent() || mostFiles < 1) {
            throw StageException.configuration("Cannot begin a stream: found a delay of " + delay + ", an interval of "
                    + interval + " and " + mostFiles
                    + " files a batch, expected no negative times and at least one file.");
        }
    }

    long delayMicros() {
        return delay.toNanos() / 1000;
    }
}
