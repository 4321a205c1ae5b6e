package dev.shoal.regrid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConservativeCdoIT {
    @TempDir
    Path folder;

    @BeforeEach
    void wantsCdo() {
        assumeTrue(Cdo.isInstalled(), "cdo is not installed");
    }

    @Test
    void valuesAreThoseOfCdo() throws IOException, InterruptedException {
        Random random = new Random(4);
        List<Grid> grids = List.of(
                SampleGrids.regular(30, 45, -180),
                new RectilinearGrid(new AxisSteps(84, -90, -6).values(), SampleGrids.regular(1, 40, 17).lon()),
                new RectilinearGrid(new AxisSteps(-90, 90, 5).values(), new AxisSteps(0, 355, 5).values()),
                CellGrids.uneven(random, 17, 24),
                CellGrids.tripolar(30, 10, 60, 0),
                CellGrids.cube(8),
                CellGrids.triangles(3));
        for (Grid source : grids) {
            for (Grid target : grids) {
                double[] values = SampleGrids.field(source, (lat, lon) -> random.nextInt(20) == 0 ? Double.NaN : 1+random.nextDouble());
                double[] cdo = new Cdo(folder).remap("remapcon", source, values, target);
                double[] ours = new double[target.size()];
                Weights.of(source, target, Scheme.of(Method.CONSERVATIVE)).apply(values, GridWindow.of(source), new MissingRule(MissingPolicy.SHOAL, 0), ours);
                double worst=0; int over=0, missing=0, at=-1;
                for (int k=0;k<ours.length;k++) { if (Double.isNaN(cdo[k]) != Double.isNaN(ours[k])) missing++; double d=Math.abs(cdo[k]-ours[k]); if(d>1e-12) over++; if(d>worst){worst=d;at=k;} }
                System.out.printf("%s -> %s: worst %.2e at %d (%.2f,%.2f) over %d of %d, missing differs %d%n", source, target, worst, at, at<0?0:target.lat(at/target.nx(),at%target.nx()),at<0?0:target.lon(at/target.nx(),at%target.nx()),over, ours.length, missing);
            }
        }
    }
}
