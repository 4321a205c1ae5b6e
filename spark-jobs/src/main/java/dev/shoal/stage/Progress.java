package dev.shoal.stage;

/** Who wants to know how far a long piece of work has come. */
public interface Progress {

    /** Nobody. */
    Progress NONE = new Progress() {
        @Override
        public Work begin(String what, long units) {
            return (unitsDone, bytes) -> {};
        }
    };

    /**
     * Says that work begins.
     *
     * @param what in the user's words
     * @param units that it has
     * @return told how far it is, and closed at its end
     */
    Work begin(String what, long units);

    /** Work that is going on. */
    interface Work extends AutoCloseable {

        /**
         * Says how far it is.
         *
         * @param unitsDone since the beginning
         * @param bytes read since the beginning, decoded
         */
        void reached(long unitsDone, long bytes);

        @Override
        default void close() {}
    }
}
