"""One day more at the end of a year: whole processes by turns, the same where Spark and Python are there already, and
what is touched."""

import argparse
import os
import pathlib
import shutil
import sys

import cube
from measured import run
from sides import HERE, PROGRAM, by_turns, keep, lines, median, table
from zarr_stores import Stores, require_equal

CHUNKS = {"time": 5, "lat": 360, "lon": 720}
DAYS = 365
WARM_DAYS = 25
COUNTED = 5
OURS, OURS_WARM = "shoal zarr update", "update, warm process"
THEIRS, THEIRS_WARM = "xarray, append_dim", "append_dim, warm Python"
DASK_WARM = "append_dim with dask's threads, warm Python"


class Append(Stores):
    def __init__(self, arguments):
        super().__init__(arguments)
        self.year = self.archive(DAYS)
        self.days = self.archives / f"days-from-{DAYS}"
        cube.make(self.days, WARM_DAYS, steps_in_file=1, first=DAYS)
        self.files = sorted(self.days.glob("*.nc"))
        self.whole_year = self.work / "year"
        if not self.whole_year.exists():
            part = self.clear("year.part")
            run(self.send(CHUNKS)(self.year, part), self.work / "year.log")
            part.rename(self.whole_year)

    def fresh(self, name):
        store = self.clear(name)
        shutil.copytree(self.whole_year, store)
        return store

    def one(self, name, command, nothing):
        """Appends one day with a whole process; then again what finds nothing to do, or starts and stops."""
        store = self.fresh(name)
        before = objects(store)
        appended = run(command(store), self.work / f"{name}.log")
        touched = sorted(key for key, state in objects(store).items() if before.get(key) != state)
        started = run(nothing(store), self.work / f"{name}-start.log")
        require_new(name, touched, before)
        return {"all": appended.wall_seconds, "start": started.wall_seconds, "cpu": appended.cpu_seconds,
                "start cpu": started.cpu_seconds, "touched": len(touched)}

    def ours(self):
        def update(store):
            return [self.shoal, "zarr", "update", str(store), "-f", str(self.files[0]), "--data", str(self.work / "data")]
        return self.one("shoal", update, lambda _: [self.shoal, "--version"])

    def theirs(self):
        return self.one(
            "xarray", lambda store: peer(store, self.files[:1]),
            lambda _: [sys.executable, "-B", str(HERE / "zarr_peer.py"), "--help"])

    def ours_warm(self):
        """Day after day in one process, which has done the same to another store before; the last ones count."""
        first, store = self.fresh("warm-up"), self.fresh("warm")
        return self.last(
            lines([PROGRAM, "UpdateTimes", "--cores", str(self.cores), "--first", str(first), str(store),
                   *map(str, self.files)], self.work / "warm.log"), store)

    def theirs_warm(self):
        store = self.fresh("warm-xarray")
        return self.last(lines(peer(store, self.files), self.work / "warm-xarray.log"), store)

    def dask_warm(self):
        store = self.fresh("warm-dask")
        command = peer(store, self.files, "--read", f"1,{CHUNKS['lat']},{CHUNKS['lon']}", "--workers", str(self.cores))
        return self.last(lines(command, self.work / "warm-dask.log"), store)

    def last(self, taken, store):
        counted = taken[-COUNTED:]
        return {"all": sum(one["seconds"] for one in counted) / COUNTED,
                "cpu": sum(one["cpuSeconds"] for one in counted) / COUNTED, "store": str(store)}

    def check(self):
        """Every value that both make of the year and the days is the same, bit by bit."""
        ours = self.ours_warm()["store"]
        for theirs in (self.theirs_warm, self.dask_warm):
            require_equal(ours, theirs()["store"], 60)


def peer(store, files, *options):
    return [sys.executable, "-B", str(HERE / "zarr_peer.py"), "append", str(store), *map(str, files), *options]


def require_new(name, touched, before):
    """Refuses a run that put chunks of values which were there, whole: the day begins chunks of its own."""
    steps = DAYS // CHUNKS["time"]
    old = [key for key in touched if key in before and key.startswith("sst/") and key[4].isdigit()]
    new = [key for key in touched if key not in before]
    rest = [key for key in touched if key in before and key not in old]
    if old or any(not key.startswith(f"sst/{steps}.") for key in new):
        raise SystemExit(f"Cannot compare: {name} touched {', '.join(old or new)}.")
    print(f"{name}: new {' '.join(new)}; put anew {' '.join(rest)}; all other {len(before) - len(rest)} objects as they"
          " were", file=sys.stderr)


def objects(store):
    """Size and time of every object but those of the journal."""
    found = {}
    for folder, _, names in os.walk(store):
        for name in names:
            path = pathlib.Path(folder, name)
            if ".shoal" not in path.parts:
                state = path.stat()
                found[str(path.relative_to(store))] = (state.st_size, state.st_mtime_ns)
    return found


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--shoal", required=True)
    parser.add_argument("--work", required=True, type=pathlib.Path)
    parser.add_argument("--turns", type=int, default=3)
    parser.add_argument("--cores", type=int, default=min(4, os.cpu_count()))
    arguments = parser.parse_args()
    arguments.work.mkdir(parents=True, exist_ok=True)
    append = Append(arguments)
    append.check()
    results = by_turns(arguments.turns, [
        (OURS, append.ours), (THEIRS, append.theirs), (OURS_WARM, append.ours_warm), (THEIRS_WARM, append.theirs_warm),
        (DASK_WARM, append.dask_warm)])
    for name in ("shoal", "xarray", "warm-up", "warm", "warm-xarray", "warm-dask"):
        append.clear(name)
    keep(arguments.work, results)
    print(report(results, arguments))


def report(results, arguments):
    rows = []
    for name, runs in results.items():
        whole = "start" in runs[0]
        rows.append([name, f"{median(runs, 'all'):.3f}", f"{median(runs, 'cpu'):.3f}",
                     f"{median(runs, 'start'):.2f}" if whole else "-",
                     f"{median(runs, 'touched'):.0f}" if whole else "-"])

    def seconds(name, key="all"):
        return median(results[name], key)

    def beyond(name, key="all", start="start"):
        return seconds(name, key) - seconds(name, start)

    return "\n".join([
        f"a day of {cube.decoded_bytes(1) / 1e6:.0f} MB appended to {DAYS}; medians of {arguments.turns}; warm: means of the"
        f" last {COUNTED} of {WARM_DAYS} days, Java after as many to another store", "",
        table(["program", "a day, s", "processor s", "start s", "objects touched"], rows), "",
        f"xarray / shoal, whole processes: {seconds(THEIRS) / seconds(OURS):.2f}",
        f"xarray / shoal, whole processes beyond a start that does nothing: {beyond(THEIRS) / beyond(OURS):.2f}"
        f" ({beyond(THEIRS):.2f} s and {beyond(OURS):.2f} s, of which Java's first use of its own code is the most)",
        f"xarray / shoal, warm: {seconds(THEIRS_WARM) / seconds(OURS_WARM):.2f} (to reach 3);"
        f" by processor time {seconds(THEIRS_WARM, 'cpu') / seconds(OURS_WARM, 'cpu'):.2f}",
        f"xarray with dask's threads / shoal, warm: {seconds(DASK_WARM) / seconds(OURS_WARM):.2f}"])


if __name__ == "__main__":
    main()
