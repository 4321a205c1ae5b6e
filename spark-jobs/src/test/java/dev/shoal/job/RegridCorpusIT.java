package dev.shoal.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.shoal.cf.CfDataset;
import dev.shoal.cf.FieldReader;
import dev.shoal.cf.GridVariable;
import dev.shoal.netcdf.ArrayFile;
import dev.shoal.plan.Window;
import dev.shoal.zarr.ArrayStores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Real files of models, satellites and radars brought to other grids: a mean lies among the values that it is of, and
 * as much of the target has values as the source covers.
 */
class RegridCorpusIT {

    private static final Path CORPUS = Path.of("../../shared/corpus");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "curvilinear/SciTools__iris-sample-data/orca2_votemper.nc, votemper, global_2, conservative, 0.60, 0.70",
        "curvilinear/SciTools__iris-sample-data/orca2_votemper.nc, votemper, hp16, bilinear, 0.58, 0.70",
        "curvilinear/NOAA-ORR-ERD__gridded/WCOFS_subset.nc, mask_rho, global_0.5, largest-area, 0.00002, 0.0002",
        "curvilinear/rucool__hfradarpy/hfr_rtv_midatl_6km_oi_maracoos_2022_02_21_1200.nc, u, global_0.25, bilinear, 0.0001, 0.001",
        "curvilinear/axiom-data-science__extract_model/dbofs_sample.nc, zeta, global_0.1, conservative, 0.00001, 0.0005",
        "curvilinear/SalishSeaCast__grid/bathymetry_201702.nc, Bathymetry, global_0.1, conservative, 0.00001, 0.0005",
        "gridded/xcube-dev__xcube/20170605120000-UKMO-L4_GHRSST-SSTfnd-OSTIAanom-GLOB-v02.0-fv02.0.nc, sst_anomaly, n48,"
                + " conservative, 0.60, 0.75",
        "gridded/SciTools__iris-sample-data/toa_brightness_stereographic.nc, data, global_1, bilinear, 0.03, 0.2",
        "unstructured/NOAA-ORR-ERD__gridded/tri_grid_example-FVCOM.nc, zeta, bay, inverse-distance, 0.2, 0.6",
        "unstructured/NOAA-ORR-ERD__gridded/tri_grid_example-FVCOM.nc, zeta, bay, conservative, 0.2, 0.6",
        "unstructured/UXARRAY__uxarray/mesh.QU.1920km.151026.nc, areaCell, global_4, conservative, 0.9999, 1",
        "unstructured/UXARRAY__uxarray/mesh.QU.1920km.151026.nc, areaCell, r90x45, bilinear, 0.9, 1",
        "swath/podaac__l2ss-py/SS_ascat_20150702_084200_metopa_45145_eps_o_250_2300_ovw.l2.nc, wind_speed, global_1,"
                + " nearest, 0.005, 0.05"
    })
    void meansLieAmongTheirValues(String file, String variable, String grid, String method, double least, double most)
            throws IOException {
        Path path = CORPUS.resolve(file);
        assumeTrue(Files.isRegularFile(path), "no corpus");
        String output = folder.resolve("out.nc").toString();
        String target = grid.equals("bay") ? bay() : grid;
        CommandLineRun run = CommandLineRun.of(
                "regrid",
                path.toString(),
                output,
                "--grid",
                target,
                "--method",
                method,
                "--variables",
                variable,
                "--vectors",
                "none",
                "--data",
                folder.resolve("data").toString());
        assertThat(run.exitCode()).as(run.output() + run.messages()).isZero();
        double[] source = field(path.toString(), variable);
        double[] made = field(output, variable);
        double range = max(source) - min(source);
        assertThat(min(made)).isGreaterThanOrEqualTo(min(source) - 1e-6 * range);
        assertThat(max(made)).isLessThanOrEqualTo(max(source) + 1e-6 * range);
        double share = Arrays.stream(made).filter(value -> !Double.isNaN(value)).count() / (double) made.length;
        assertThat(share).isBetween(least, most);
    }

    /** A part of the bay of San Francisco, some tens of metres a cell. */
    private String bay() throws IOException {
        return Files.writeString(folder.resolve("bay.txt"), """
                        gridtype = lonlat
                        xsize = 65
                        ysize = 40
                        xfirst = 237.475
                        xinc = 0.001
                        yfirst = 37.855
                        yinc = 0.001
                        """).toString();
    }

    private static double min(double[] values) {
        return Arrays.stream(values).filter(value -> !Double.isNaN(value)).min().orElseThrow();
    }

    private static double max(double[] values) {
        return Arrays.stream(values).filter(value -> !Double.isNaN(value)).max().orElseThrow();
    }

    /** Reads a field's first step and level. */
    private static double[] field(String path, String name) throws IOException {
        try (ArrayFile file = ArrayStores.open(path, new Configuration())) {
            GridVariable variable = CfDataset.of(file).grid(name).orElseThrow();
            double[] values = new double[variable.grid().size()];
            Window one = Window.whole(1);
            new FieldReader(file, name, variable.layout())
                    .read(
                            one,
                            one,
                            Window.whole(variable.grid().ny()),
                            Window.whole(variable.grid().nx()),
                            values);
            return values;
        }
    }
}
