package dev.shoal.stage;

import java.io.IOException;
import java.io.Serializable;
import org.apache.hadoop.conf.Configuration;

/**
 * What is done with each share of some work, in whatever process: it sees nothing but what it holds and is given. One
 * task may be used by several threads at a time.
 *
 * @param <S> a share, which can be serialised
 * @param <R> what comes of it, which can be serialised
 */
@FunctionalInterface
public interface Task<S, R> extends Serializable {

    /**
     * Does a share.
     *
     * @param conf of the file systems
     * @param done is told of every unit that is done
     */
    R run(S share, Configuration conf, TaskCounts done) throws IOException;
}
