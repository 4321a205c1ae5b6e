package dev.shoal.stage;

import dev.shoal.catalog.Dataset;
import java.util.List;
import java.util.Optional;

/** Makes one kind of dataset out of described files. */
sealed interface Product permits GridProduct, ObservationProduct {

    /**
     * Returns the files that this product can hold.
     *
     * @param described files to choose from
     * @param published what they are to join; absent where the product is made anew
     * @param refused receives the others, with the reasons
     */
    List<FileDescription> fitting(List<FileDescription> described, Optional<Previous> published, Refusals refused);

    /** Compares what is published with what the catalogue says of it. */
    Standing standing(Dataset registered);

    /** Tells whether files can be added to what is published, without looking at those that are in it already. */
    boolean canExtend(List<FileDescription> files, Situation situation);

    /**
     * Says what would be done.
     *
     * @param files that fit
     */
    RunPlan plan(List<FileDescription> files);

    /**
     * Makes the dataset anew from these files alone, and publishes it in one act.
     *
     * @param files that fit, all that the dataset is to hold
     */
    Produced build(List<FileDescription> files);

    /**
     * Adds files to the published dataset and takes others out, in one act.
     *
     * @param files that fit, new or changed
     * @param removed paths of files that are to be in it no more
     */
    Produced extend(List<FileDescription> files, List<String> removed);
}
