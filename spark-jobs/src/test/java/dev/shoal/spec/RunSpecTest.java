package dev.shoal.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shoal.codec.Blosc;
import dev.shoal.netcdf.ElementType;
import dev.shoal.regrid.Extrapolation;
import dev.shoal.regrid.Method;
import dev.shoal.regrid.MissingPolicy;
import dev.shoal.regrid.MissingRule;
import dev.shoal.regrid.Normalisation;
import dev.shoal.regrid.Reach;
import dev.shoal.regrid.RectilinearGrid;
import dev.shoal.regrid.Scheme;
import dev.shoal.zarr.Codec;
import dev.shoal.zarr.ZarrArray;
import dev.shoal.zarr.ZarrFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunSpecTest {

    private static final String WHOLE = """
            dataset: {name: sst, title: Sea surface temperature}
            source:
              paths: [archive/*.nc, s3a://bucket/more]
              variables: [sst]
              kind: grids
            qc:
              sst:
                gross_range: {fail_span: [-2, 40], suspect_span: [0, 35]}
            regrid:
              grid: {lat: {start: -10, end: 10, step: 5}, lon: {start: 0, end: 20, step: 10}}
              method: nearest
              policy: cdo
              min-valid: 0.25
            output:
              path: out
              chunks: {time: 10, lat: 5, lon: 3}
              codec: zlib:5
              task-memory: 64 MiB
              failed: keep
            catalog:
              uri: jdbc:sqlite:here.db
              warehouse: s3a://bucket/warehouse
              storage: {fs.s3a.endpoint: http://127.0.0.1:9000}
            """;

    @Test
    void readsEveryKey() {
        RunSpec spec = RunSpec.parse(WHOLE, "/specs/sst.yaml");
        assertThat(spec.dataset()).isEqualTo("sst");
        assertThat(spec.title()).isEqualTo("Sea surface temperature");
        assertThat(spec.source().paths()).containsExactly("/specs/archive/*.nc", "s3a://bucket/more");
        assertThat(spec.source().variables()).containsExactly("sst");
        assertThat(spec.source().kind()).isEqualTo(SourceSpec.Kind.GRIDS);
        assertThat(spec.qc().suites()).containsOnlyKeys("sst");
        RegridSpec regrid = spec.regrid().orElseThrow();
        assertThat(((RectilinearGrid) regrid.target()).lat()).containsExactly(-10, -5, 0, 5, 10);
        assertThat(regrid.standard().scheme())
                .isEqualTo(Scheme.of(Method.NEAREST).within(Reach.EVERYWHERE));
        assertThat(regrid.standard().rule()).isEqualTo(new MissingRule(MissingPolicy.CDO, 0.25));
        assertThat(spec.output().path()).contains("/specs/out");
        assertThat(spec.output().chunks()).containsEntry("time", 10).containsEntry("lon", 3);
        assertThat(spec.output().codec()).isEqualTo("zlib:5");
        assertThat(spec.output().taskMemoryBytes()).isEqualTo(64 << 20);
        assertThat(spec.output().failed()).isEqualTo(OutputSpec.FailedValues.KEEP);
        assertThat(spec.catalog().uri()).contains("jdbc:sqlite:here.db");
        assertThat(spec.catalog().storage()).containsEntry("fs.s3a.endpoint", "http://127.0.0.1:9000");
    }

    @Test
    void readsWhatHoldsForSingleVariablesOfAnotherGrid() {
        String head = "dataset: sst\nsource: {paths: a.nc}\nregrid:\n";
        RegridSpec regrid =
                RunSpec.parse(head + """
                  grid: global_1
                  method: conservative
                  normalise: destarea
                  policy: cdo
                  extrapolate: creep:3
                  valid-fraction: true
                  weights-cache: kept
                  variables:
                    ice_class: {method: largest-area, normalise: fracarea, extrapolate: nearest}
                    zeta: {method: inverse-distance, normalise: fracarea, neighbours: 7, min-valid: 0.25}
                """, "/specs/spec.yaml").regrid().orElseThrow();
        assertThat(regrid.weights()).isEqualTo("/specs/kept");
        assertThat(regrid.fraction()).isEqualTo(RegridSpec.ValidFraction.OF_ALL);
        FieldRegrid usual = regrid.of("temp", "sea_water_temperature");
        assertThat(usual.scheme().method()).isEqualTo(Method.CONSERVATIVE);
        assertThat(usual.rule()).isEqualTo(MissingRule.CDO.normalised(Normalisation.DESTAREA));
        assertThat(usual.extrapolation()).isEqualTo(Extrapolation.creep(3));
        assertThat(usual.choice()).isEqualTo(FieldRegrid.Choice.FOR_ALL);
        FieldRegrid ice = regrid.of("ice_class", "");
        assertThat(ice.scheme().method()).isEqualTo(Method.LARGEST_AREA);
        assertThat(ice.choice()).isEqualTo(FieldRegrid.Choice.BY_NAME);
        assertThat(ice.extrapolation()).isEqualTo(Extrapolation.nearest());
        FieldRegrid zeta = regrid.of("zeta", "");
        assertThat(zeta.scheme())
                .isEqualTo(Scheme.of(Method.INVERSE_DISTANCE).nearest(7).within(Reach.EVERYWHERE));
        assertThat(zeta.rule().leastValidWeight()).isEqualTo(0.25);
        assertThatThrownBy(() -> RunSpec.parse(head + """
                  grid: globl_1
                  methd: nearest
                  min-valid: 2
                  normalise: destarea
                  extrapolate: creap
                  variables: {a: {grid: r3x4, neighbours: 0}}
                """, "spec.yaml"))
                .hasMessageContaining("Unknown key 'regrid.methd'. Did you mean method?")
                .hasMessageContaining("'regrid.min-valid' is 2.0")
                .hasMessageContaining("'regrid.extrapolate' is 'creap'")
                .hasMessageContaining("Unknown key 'regrid.variables.a.grid'")
                .hasMessageContaining("'regrid.variables.a.neighbours' is 0")
                .hasMessageContaining("'regrid.grid' is 'globl_1'");
    }

    @Test
    void readsVersionAndShards() {
        String head = "dataset: sst\nsource: {paths: a.nc}\n";
        RunSpec spec = RunSpec.parse(
                head + "output: {format: 3, chunks: {time: 4}, shards: {time: 8}, codec: blosc:lz4:9}\n", "spec.yaml");

        assertThat(spec.output().format()).isEqualTo(ZarrFormat.V3);
        assertThat(spec.output().shards()).containsExactly(Map.entry("time", 8));
        assertThat(spec.output().codec()).isEqualTo("blosc:lz4:9");
        ZarrArray array = ZarrArray.of("a", new long[] {9}, new long[] {9}, ElementType.FLOAT);
        assertThat(spec.output().of(array).codec()).isEqualTo(Codec.of(new Blosc("lz4", 9, Blosc.BYTE_SHUFFLE, 4)));
        assertThat(spec.fingerprint())
                .isNotEqualTo(RunSpec.parse(head, "spec.yaml").fingerprint());
        assertThatThrownBy(() ->
                        RunSpec.parse(head + "output: {format: 2, chunks: {lat: 4}, shards: {lat: 6}}\n", "spec.yaml"))
                .hasMessageContaining("needs 'format: 3': Zarr v2 has no shards.")
                .hasMessageContaining("has lat 6, expected a multiple of the chunk's 4.");
        assertThatThrownBy(() -> RunSpec.parse(head + "output: {format: 4}\n", "spec.yaml"))
                .hasMessageContaining("expected 2 or 3, a version of Zarr.");
    }

    @Test
    void namesLayoutsInTheOrderOfTheFile() {
        String head = "dataset: a\nsource: {paths: a.nc}\noutput:\n  format: 3\n  codec: zstd:1\n";
        RunSpec spec = RunSpec.parse(head + """
                  layouts:
                    series: {chunks: {time: 480, lat: 60}, shards: {time: 960}, codec: gzip:5}
                    maps: {chunks: {time: 1}}
                """, "spec.yaml");
        OutputSpec output = spec.output();
        assertThat(output.layouts()).extracting(LayoutSpec::name).containsExactly("series", "maps");
        assertThat(output.chunks()).containsEntry("time", 480).hasSize(2);
        assertThat(output.codec()).isEqualTo("gzip:5");
        OutputSpec maps = output.as(output.others().get(0));
        assertThat(maps.chunks()).containsExactly(Map.entry("time", 1));
        assertThat(maps.shards()).isEmpty();
        assertThat(maps.codec()).isEqualTo("zstd:1");
        assertThat(spec.fingerprint())
                .isNotEqualTo(RunSpec.parse(head + """
                          layouts:
                            series: {chunks: {time: 480, lat: 60}, shards: {time: 960}, codec: gzip:5}
                            maps: {chunks: {time: 2}}
                        """, "spec.yaml").fingerprint());
    }

    @Test
    void saysWhatIsWrongWithLayouts() {
        assertThatThrownBy(() -> RunSpec.parse("""
                        dataset: a
                        source: {paths: a.nc}
                        output:
                          chunks: {time: 1}
                          layouts:
                            maps: {chnks: {time: 1}}
                            Series: {chunks: {tim: 1, lat: 0}, shards: {time: 2}}
                        """, "spec.yaml"))
                .hasMessageContaining("spec.yaml")
                .hasMessageContaining("line 6: Unknown key 'output.layouts.maps.chnks'. Did you mean chunks?")
                .hasMessageContaining("line 7: Unknown key 'output.layouts.Series.chunks.tim'. Did you mean time?")
                .hasMessageContaining("line 7: 'output.layouts.Series.chunks.lat' is 0, expected at least 1.")
                .hasMessageContaining("'output.layouts.Series.shards' needs 'format: 3': Zarr v2 has no shards.")
                .hasMessageContaining("'output.layouts.Series' is no layout's name, expected a lower-case letter")
                .hasMessageContaining("line 4: 'output.chunks' stands beside 'layouts', expected one of them.");
        assertThatThrownBy(
                        () -> RunSpec.parse("dataset: a\nsource: {paths: a.nc}\noutput: {layouts: {}}\n", "spec.yaml"))
                .hasMessageContaining("'output.layouts' names no layout");
    }

    @Test
    void refusesCodecsThatTheVersionHasNot() {
        assertThatThrownBy(() -> RunSpec.parse(
                        "dataset: a\nsource: {paths: a.nc}\noutput: {format: 2, codec: \"zlib,crc32c\"}\n",
                        "spec.yaml"))
                .hasMessageContaining("'output.codec' is 'zlib,crc32c'")
                .hasMessageContaining("expected filters before the compressor, and checksums behind it in v3 alone");
        assertThatThrownBy(() ->
                        RunSpec.parse("dataset: a\nsource: {paths: a.nc}\noutput: {codec: brotli}\n", "spec.yaml"))
                .hasMessageContaining("'output.codec' is 'brotli'")
                .hasMessageContaining("expected none, or some of shuffle,");
        assertThatThrownBy(() -> RunSpec.parse(
                        "dataset: a\nsource: {paths: a.nc}\noutput: {codec: \"fixedscaleoffset:100:0,zlib\"}\n",
                        "spec.yaml"))
                .hasMessageContaining("codec \"fixedscaleoffset:100:0\", which would round every array of the store");
    }

    @Test
    void asksForNothingButANameAndPaths() {
        RunSpec spec = RunSpec.parse("dataset: sst\nsource: {paths: a.nc}\n", "spec.yaml");
        assertThat(spec.source().kind()).isEqualTo(SourceSpec.Kind.AUTO);
        assertThat(spec.regrid()).isEmpty();
        assertThat(spec.qc().suites()).isEmpty();
        assertThat(spec.output().codec()).isEmpty();
        assertThat(spec.output().format()).isEqualTo(ZarrFormat.V2);
        assertThat(spec.output().shards()).isEmpty();
        assertThat(spec.output().failed()).isEqualTo(OutputSpec.FailedValues.MASK);
    }

    @Test
    void tellsEveryMistakeAtOnceWithItsLineAndTheNearestKey() {
        String text = """
                dataset: SST daily
                source:
                  pathes: [a.nc]
                qc:
                  sst:
                    gros_range: {fail_span: [0, 1]}
                regrid: {grid: globel_1, method: bilinaer}
                outputs: {}
                """;
        assertThatThrownBy(() -> RunSpec.parse(text, "spec.yaml"))
                .isInstanceOf(SpecException.class)
                .hasMessageContaining("Cannot use spec.yaml")
                .hasMessageContaining("line 1: 'dataset' is 'SST daily'")
                .hasMessageContaining("line 3: Unknown key 'source.pathes'. Did you mean paths?")
                .hasMessageContaining("'source.paths' must name at least one file")
                .hasMessageContaining("gross_range")
                .hasMessageContaining("Did you mean bilinear?")
                .hasMessageContaining("globel_1")
                .hasMessageContaining("line 8: Unknown key 'outputs'. Did you mean output?");
    }

    @Test
    void refusesAKeyThatStandsTwice() {
        assertThatThrownBy(() -> RunSpec.parse("dataset: a\ndataset: b\nsource: {paths: a}\n", "spec.yaml"))
                .hasMessageContaining("line 2: Key 'dataset' stands twice");
    }

    @Test
    void refusesWhatIsNoYaml() {
        assertThatThrownBy(() -> RunSpec.parse("dataset: [a\n", "spec.yaml")).hasMessageContaining("not YAML");
        assertThatThrownBy(() -> RunSpec.parse("", "spec.yaml")).hasMessageContaining("empty");
    }

    @Test
    void fingerprintsOnlyWhatDecidesTheValues() {
        RunSpec spec = RunSpec.parse(WHOLE, "/specs/sst.yaml");
        String elsewhere = WHOLE.replace("path: out", "path: other").replace("64 MiB", "1 GiB");
        assertThat(RunSpec.parse(elsewhere, "/specs/sst.yaml").fingerprint()).isEqualTo(spec.fingerprint());
        String stricter = WHOLE.replace("[0, 35]", "[0, 34]");
        assertThat(RunSpec.parse(stricter, "/specs/sst.yaml").fingerprint()).isNotEqualTo(spec.fingerprint());
    }

    @Test
    void readsSizes() {
        assertThat(SpecText.bytes("512 MB")).isEqualTo(512_000_000);
        assertThat(SpecText.bytes("1.5GiB")).isEqualTo(3L << 29);
        assertThatThrownBy(() -> SpecText.bytes("lots")).hasMessageContaining("expected a size");
    }
}
