package dev.shoal.qc.seawater;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

/** What gsw_values.py printed, row by row, and what ours makes of the same seawater. */
final class GswValues {

    /** One seawater, by column. */
    private record Row(Map<String, Double> values) {

        double at(String name) {
            return Objects.requireNonNull(values.get(name), name);
        }
    }

    /** Our function for each column of gsw's results. */
    private static final Map<String, ToDoubleFunction<Row>> OURS = ours();

    private final List<Row> rows = new ArrayList<>();

    GswValues(Reader csv) throws IOException {
        BufferedReader lines = new BufferedReader(csv);
        String[] names = lines.readLine().split(",", -1);
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            String[] cells = line.split(",", -1);
            Map<String, Double> values = new LinkedHashMap<>();
            for (int i = 0; i < names.length; i++) {
                values.put(names[i], cells[i].equals("nan") ? Double.NaN : Double.parseDouble(cells[i]));
            }
            rows.add(new Row(values));
        }
    }

    int size() {
        return rows.size();
    }

    /** Returns by column the largest difference from gsw, relative to the value or to 1 where that is smaller. */
    Map<String, Double> largestDifferences() {
        Map<String, Double> largest = new LinkedHashMap<>();
        OURS.forEach((name, function) -> {
            double most = 0;
            for (Row row : rows) {
                double theirs = row.at(name);
                double ours = function.applyAsDouble(row);
                assertThat(Double.isNaN(ours)).as(name + " of " + row).isEqualTo(Double.isNaN(theirs));
                if (!Double.isNaN(ours)) {
                    most = Math.max(most, Math.abs(ours - theirs) / Math.max(1, Math.abs(theirs)));
                }
            }
            largest.put(name, most);
        });
        return largest;
    }

    private static Map<String, ToDoubleFunction<Row>> ours() {
        Map<String, ToDoubleFunction<Row>> ours = new LinkedHashMap<>();
        ours.put("sa", r -> Teos10.absoluteSalinity(r.at("sp"), r.at("p"), r.at("lon"), r.at("lat")));
        ours.put("sp_from_sa", r -> Teos10.practicalSalinity(r.at("sa"), r.at("p"), r.at("lon"), r.at("lat")));
        ours.put("ct", r -> Teos10.conservativeTemperature(r.at("sa"), r.at("t"), r.at("p")));
        ours.put("pt0", r -> Teos10.potentialTemperature(r.at("sa"), r.at("t"), r.at("p")));
        ours.put("pt_4000", r -> Teos10.potentialTemperature(r.at("sa"), r.at("t"), r.at("p"), 4000));
        ours.put("pt_from_ct", r -> Teos10.potentialFromConservative(r.at("sa"), r.at("ct")));
        ours.put("t_from_ct", r -> Teos10.temperature(r.at("sa"), r.at("ct"), r.at("p")));
        ours.put("rho", r -> Teos10.density(r.at("sa"), r.at("ct"), r.at("p")));
        ours.put("sigma0", r -> Teos10.sigma0(r.at("sa"), r.at("ct")));
        ours.put("rho_t_exact", r -> Teos10.densityExact(r.at("sa"), r.at("t"), r.at("p")));
        ours.put("pot_rho_t_exact", r -> Teos10.potentialDensityExact(r.at("sa"), r.at("t"), r.at("p"), 0));
        ours.put("sound_speed", r -> Teos10.soundSpeed(r.at("sa"), r.at("ct"), r.at("p")));
        ours.put("t_freezing", r -> Teos10.freezingTemperature(r.at("sa"), r.at("p")));
        ours.put("ct_freezing_air_free", r -> Teos10.freezingConservativeTemperature(r.at("sa"), r.at("p"), 0));
        ours.put("z", r -> Depth.height(r.at("p"), r.at("lat")));
        ours.put("p_from_z", r -> Depth.pressure(r.at("z"), r.at("lat")));
        ours.put("grav", r -> Depth.gravity(r.at("lat"), r.at("p")));
        return ours;
    }
}
