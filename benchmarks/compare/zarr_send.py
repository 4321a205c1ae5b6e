"""One archive into one Zarr store: whole processes by turns, a warm Spark session, and the limit of the codecs."""

import argparse
import os
import pathlib
import sys

import chunks
import cube
from sides import PROGRAM, by_turns, keep, lines, median, table
from zarr_stores import CODEC, Stores, require_equal

CHUNKS = {"time": 15, "lat": 360, "lon": 720}
WARM_RUNS = 5


class Send(Stores):
    def __init__(self, arguments):
        super().__init__(arguments)
        self.steps, self.all = arguments.steps, self.archive(arguments.steps)
        self.list = self.work / f"chunks-{arguments.steps}.txt"
        with open(self.list, "w") as out:
            for path in sorted(self.all.glob("*.nc")):
                for at, offset, stored, decoded in chunks.entries(path, "sst"):
                    out.write(f"{path.name}-{at[1]}-{at[2]} {path} {offset} {stored} {decoded}\n")

    def ours(self):
        return self.whole("shoal", self.send(CHUNKS), self.steps)

    def theirs(self):
        return self.whole("dask", self.dask(CHUNKS), self.steps)

    def check(self):
        self.ours()
        self.theirs()
        require_equal(self.work / "shoal", self.work / "dask", 60)

    def warm(self):
        """The last of several: Java's compiler is done by then."""
        lengths = [word for name, length in CHUNKS.items() for word in ("--chunk", f"{name}={length}")]
        command = [PROGRAM, "SendTimes", "--cores", str(self.cores), "--runs", str(WARM_RUNS), "--codec", CODEC, *lengths,
                   str(self.work / "warm"), str(self.all)]
        last = lines(command, self.work / "warm.log")[-1]
        self.clear("warm")
        return {"all": last["seconds"], "cpu": last["cpuSeconds"]}

    def limit(self, library):
        command = [PROGRAM, "CodecLimit", "--threads", str(self.cores), "--runs", "3", "--inflate", library, str(self.list)]
        last = lines(command, self.work / "limit.log")[-1]
        return {"all": last["seconds"], "cpu": last["cpuSeconds"]}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--shoal", required=True)
    parser.add_argument("--work", required=True, type=pathlib.Path)
    parser.add_argument("--steps", type=int, default=480)
    parser.add_argument("--turns", type=int, default=3)
    parser.add_argument("--cores", type=int, default=min(4, os.cpu_count()))
    arguments = parser.parse_args()
    arguments.work.mkdir(parents=True, exist_ok=True)
    send = Send(arguments)
    send.check()
    results = by_turns(arguments.turns, [
        ("shoal zarr send", send.ours), ("xarray, dask's threads", send.theirs), ("warm session", send.warm),
        ("codecs alone, Java's zlib", lambda: send.limit("java")),
        ("codecs alone, libdeflate", lambda: send.limit("libdeflate"))])
    for name in ("shoal", "dask"):
        send.clear(name)
    keep(arguments.work, results)
    print(report(results, arguments))


def report(results, arguments):
    decoded = cube.decoded_bytes(arguments.steps) / 1e6
    seconds, processor, rows = {}, {}, []
    for name, runs in results.items():
        whole = "start" in runs[0]
        seconds[name] = median(runs, "all") - (median(runs, "start") if whole else 0)
        processor[name] = median(runs, "cpu") - (median(runs, "start cpu") if whole else 0)
        rows.append([name, f"{median(runs, 'all'):.2f}", f"{median(runs, 'start'):.2f}" if whole else "-",
                     f"{decoded / max(1e-3, seconds[name]):.0f}", f"{processor[name]:.1f}",
                     f"{median(runs, 'peak MB'):.0f}" if whole else "-"])
    shoal, dask, warm, zlib, libdeflate = seconds.values()
    return "\n".join([
        f"{arguments.steps} steps, {decoded:.0f} MB decoded, {arguments.cores} cores; medians of {arguments.turns}", "",
        table(["program", "wall s", "start s", "MB/s beyond start", "CPU s beyond it", "peak MB"], rows), "",
        f"shoal zarr send / dask's threads, beyond start: {dask / shoal:.2f} (to reach 2)",
        f"warm session / dask's threads: {dask / warm:.2f}",
        f"warm session, part of the codecs' limit: {zlib / warm:.2f} with Java's zlib (to reach 0.8),"
        f" {libdeflate / warm:.2f} with libdeflate",
        f"the same by processor time: {list(processor.values())[3] / list(processor.values())[2]:.2f} and"
        f" {list(processor.values())[4] / list(processor.values())[2]:.2f}"])


if __name__ == "__main__":
    sys.exit(main())
