package dev.shoal.cf;

import dev.shoal.netcdf.*;
import java.io.IOException;
import java.util.*;

public record CfDataset(
        String location,
        Attributes attributes,
        FeatureType featureType,
        String featureTypeReason,
        List<GridVariable> grids,
        List<String> problems) {
    public static CfDataset of(ArrayFile file) throws IOException {
        Problems problems = new Problems();
        FileCoordinates c = new FileCoordinates(file.header());
        CoordinateValues values = new CoordinateValues(file, problems);
        List<GridVariable> grids =
                new GridScan(c, values, problems).grids(file.header().variables());
        Optional<FeatureClaim> claim = FeatureClaim.of(file.header().attributes(), problems);
        return new CfDataset(
                file.location(),
                file.header().attributes(),
                claim.map(FeatureClaim::type).orElse(FeatureType.UNKNOWN),
                claim.map(FeatureClaim::reason).orElse(""),
                grids,
                problems.list());
    }
}
