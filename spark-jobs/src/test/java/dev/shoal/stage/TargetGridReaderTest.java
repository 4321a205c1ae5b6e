package dev.shoal.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shoal.regrid.CellCorners;
import dev.shoal.regrid.CurvilinearGrid;
import dev.shoal.regrid.Grid;
import dev.shoal.regrid.RectilinearGrid;
import dev.shoal.regrid.TargetGrids;
import dev.shoal.regrid.UnstructuredGrid;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ucar.ma2.Array;
import ucar.ma2.DataType;
import ucar.ma2.InvalidRangeException;
import ucar.nc2.Attribute;
import ucar.nc2.write.NetcdfFormatWriter;

class TargetGridReaderTest {

    @TempDir
    private Path folder;

    private static Grid read(Object text) {
        return TargetGridReader.read(text.toString(), new Configuration()).grid();
    }

    private Path text(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    @Test
    void namesComeFirst() {
        TargetGrid target = TargetGridReader.read("r36x18", new Configuration());
        assertThat(target.grid()).isEqualTo(TargetGrids.named("r36x18"));
        assertThat(target.kind()).isEqualTo("name");
        assertThatThrownBy(() -> read("r36")).hasMessageContaining("there is no grid r36, expected global_36");
        assertThatThrownBy(() -> read(folder.resolve("absent.nc")))
                .isInstanceOf(StageException.class)
                .hasMessageContaining("there is no file or store at");
    }

    @Test
    void descriptionsTablesAndYamlAreTold() throws IOException {
        Path cdo = text(
                "grid.txt", "gridtype = lonlat\nxsize = 2\nysize = 2\nxfirst = 0\nxinc = 1\nyfirst = 5\nyinc = 2\n");
        assertThat(read(cdo)).isEqualTo(new RectilinearGrid(new double[] {5, 7}, new double[] {0, 1}));
        Path steps = text("grid.yaml", "grid:\n  lat: {start: 5, end: 7, step: 2}\n  lon: [0, 1]\n");
        assertThat(read(steps)).isEqualTo(read(cdo));
        Grid moorings = UnstructuredGrid.points(new double[] {50.25, 51}, new double[] {-4.1, -5});
        assertThat(read(text("points.yml", "points: {lat: [50.25, 51], lon: [-4.1, -5]}")))
                .isEqualTo(moorings);
        assertThat(read(text("m.csv", "name, Longitude (deg), Latitude\n\"L4\", -4.1, 50.25\nE1, -5, 51\n")))
                .isEqualTo(moorings);
        assertThat(read(text("plain.csv", "# places\n50.25;-4.1\n51;-5\n"))).isEqualTo(moorings);
    }

    @Test
    void saysWhatIsWrongWithTexts() throws IOException {
        assertThatThrownBy(() -> read(text("a.csv", "name,depth\nL4,50\n")))
                .hasMessageContaining("it begins with 'name,depth', expected columns named lat and lon");
        assertThatThrownBy(() -> read(text("b.csv", "lat,lon\n50,\n")))
                .hasMessageContaining("the line '50,' has no position, expected numbers of degrees");
        assertThatThrownBy(() -> read(text("c.yaml", "lat: [1, two]\nlon: [3]\n")))
                .hasMessageContaining("'lat' holds 'two', expected numbers of degrees.");
        assertThatThrownBy(() -> read(text("d.yaml", "lats: [1, 2]\nlon: [3]\n")))
                .hasMessageContaining("Unknown key 'lats'");
        assertThatThrownBy(() -> read(text("e.csv", ""))).hasMessageContaining("it is empty");
    }

    private Path model() throws IOException {
        Path path = folder.resolve("model.nc");
        NetcdfFormatWriter.Builder builder = NetcdfFormatWriter.createNewNetcdf3(path.toString());
        builder.addDimension("y", 1);
        builder.addDimension("x", 2);
        builder.addDimension("xu", 1);
        for (String point : new String[] {"t", "u"}) {
            String axes = point.equals("t") ? "y x" : "y xu";
            builder.addVariable("lat_" + point, DataType.DOUBLE, axes)
                    .addAttribute(new Attribute("units", "degrees_north"));
            builder.addVariable("lon_" + point, DataType.DOUBLE, axes)
                    .addAttribute(new Attribute("units", "degrees_east"));
            builder.addVariable(point, DataType.FLOAT, axes)
                    .addAttribute(new Attribute("coordinates", "lat_" + point + " lon_" + point));
        }
        try (NetcdfFormatWriter writer = builder.build()) {
            writer.write("lat_t", Array.factory(DataType.DOUBLE, new int[] {1, 2}, new double[] {1, 1.1}));
            writer.write("lon_t", Array.factory(DataType.DOUBLE, new int[] {1, 2}, new double[] {3, 4}));
            writer.write("lat_u", Array.factory(DataType.DOUBLE, new int[] {1, 1}, new double[] {1.05}));
            writer.write("lon_u", Array.factory(DataType.DOUBLE, new int[] {1, 1}, new double[] {3.5}));
        } catch (InvalidRangeException error) {
            throw new IllegalStateException(error);
        }
        return path;
    }

    @Test
    void filesWithSeveralGridsNeedTheNameOfAVariable() throws IOException {
        Path path = model();
        Grid points = new CurvilinearGrid(1, 2, new double[] {1, 1.1}, new double[] {3, 4}, CellCorners.NONE);
        assertThat(read(path + "#t")).isEqualTo(points);
        assertThat(read(path + "?u").size()).isOne();
        assertThatThrownBy(() -> read(path))
                .hasMessageContaining("the file has 2 grids, expected the name of a variable on the one that is meant."
                        + " Write it behind the path, as PATH#t; there are those of t | u.");
        assertThatThrownBy(() -> read(path + "#w"))
                .hasMessageContaining("no variable w lies on a grid, expected one of t, u.");
    }
}
