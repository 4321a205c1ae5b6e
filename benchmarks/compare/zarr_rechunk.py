"""Maps into time series: the same values in long chunks, whole processes by turns, and eight times as much data."""

import argparse
import importlib.util
import os
import pathlib
import shutil
import sys

import cube
from measured import run
from sides import HERE, by_turns, keep, median, table
from zarr_stores import Stores, require_equal

MAPS = {"time": 15, "lat": 360, "lon": 720}
SERIES = {"time": 480, "lat": 60, "lon": 60}
MEMORY_BYTES = 256 << 20


class Rechunk(Stores):
    def __init__(self, arguments):
        super().__init__(arguments)
        self.steps, self.maps = arguments.steps, self.store_of_maps(arguments.steps)

    def store_of_maps(self, steps):
        """The store that is rechunked, made once."""
        store = self.work / f"maps-{steps}"
        if not store.exists():
            part = self.clear(f"maps-{steps}.part")
            run(self.send(MAPS)(self.archive(steps), part), self.work / "maps.log")
            part.rename(store)
        return store

    def sent(self):
        return self.whole("shoal-send", self.send(SERIES), self.steps)

    def rechunked(self):
        return self.whole("shoal-rechunk", self.rechunk(SERIES), self.steps, self.store_of_maps)

    def threads(self):
        return self.whole("dask-threads", self.dask(SERIES), self.steps)

    def processes(self):
        return self.whole("dask-cluster", self.dask(SERIES, "cluster"), self.steps)

    def rechunker(self):
        """Tasks of 256 MB each; the second store is the one between."""
        def command(source, store):
            return [sys.executable, "-B", str(HERE / "zarr_rechunker.py"), str(source), str(store), str(self.clear("between")),
                    "--chunks", ",".join(map(str, SERIES.values())), "--memory", str(MEMORY_BYTES), "--workers",
                    str(self.cores)]
        return self.whole("rechunker", command, self.steps, self.store_of_maps)

    def check(self):
        self.sent()
        self.rechunked()
        require_equal(self.work / "shoal-send", self.maps, 480)
        require_equal(self.work / "shoal-rechunk", self.maps, 480)
        for name in ("shoal-send", "shoal-rechunk"):
            self.clear(name)

    def longer(self, times, steps):
        """Both of Shoal's ways over so many times the data, once; what was made for it is deleted."""
        many = times * steps
        try:
            results = {"shoal zarr send": self.whole("shoal-send", self.send(SERIES), many)}
            self.clear("shoal-send")
            results["shoal zarr rechunk"] = self.whole("shoal-rechunk", self.rechunk(SERIES), many, self.store_of_maps)
        finally:
            for count in (many, max(1, many // 4)):
                shutil.rmtree(self.archives / f"cube-{count}", ignore_errors=True)
                shutil.rmtree(self.work / f"maps-{count}", ignore_errors=True)
            for name in ("shoal-send", "shoal-rechunk"):
                self.clear(name)
        return results


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--shoal", required=True)
    parser.add_argument("--work", required=True, type=pathlib.Path)
    parser.add_argument("--steps", type=int, default=480)
    parser.add_argument("--turns", type=int, default=3)
    parser.add_argument("--times", type=int, default=8, help="so many times the data, once; 0 for not")
    parser.add_argument("--cores", type=int, default=min(4, os.cpu_count()))
    arguments = parser.parse_args()
    arguments.work.mkdir(parents=True, exist_ok=True)
    rechunk = Rechunk(arguments)
    rechunk.check()
    sides = [("shoal zarr send", rechunk.sent), ("shoal zarr rechunk", rechunk.rechunked),
             ("dask's threads", rechunk.threads), ("dask's processes", rechunk.processes)]
    if importlib.util.find_spec("rechunker"):
        sides.append(("rechunker", rechunk.rechunker))
    else:
        print("rechunker is not installed and left out: pip install rechunker", file=sys.stderr)
    results = by_turns(arguments.turns, sides)
    for name in ("shoal-send", "shoal-rechunk", "dask-threads", "dask-cluster", "rechunker", "between"):
        rechunk.clear(name)
    longer = rechunk.longer(arguments.times, arguments.steps) if arguments.times > 0 else {}
    keep(arguments.work, results | {f"{name}, {arguments.times} times": [result] for name, result in longer.items()})
    print(report(results, longer, arguments))


def report(results, longer, arguments):
    decoded = cube.decoded_bytes(arguments.steps) / 1e6
    rows, beyond, peak = [], {}, {}
    for name, runs in results.items():
        beyond[name], peak[name] = median(runs, "all") - median(runs, "start"), median(runs, "peak MB")
        rows.append([name, f"{median(runs, 'all'):.2f}", f"{median(runs, 'start'):.2f}", f"{beyond[name]:.2f}",
                     f"{median(runs, 'cpu') - median(runs, 'start cpu'):.1f}", f"{peak[name]:.0f}"])
    text = [f"{arguments.steps} steps, {decoded:.0f} MB decoded, {arguments.cores} cores; medians of {arguments.turns}", "",
            table(["program", "wall s", "start s", "beyond start s (to reach 5)", "CPU s beyond it", "peak MB"], rows)]
    for name, result in longer.items():
        seconds = result["all"] - result["start"]
        text += ["", f"{name}, {arguments.times} times the data: {seconds:.1f} s beyond start, "
                 f"{seconds / beyond[name]:.2f} times as long (to reach {1.05 * arguments.times:.1f}); "
                 f"{result['peak MB']:.0f} MB beside {peak[name]:.0f} MB"]
    return "\n".join(text)


if __name__ == "__main__":
    main()
