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
from zarr_stores import CODEC, Stores, require_equal

CHUNKS = {"time": 5, "lat": 360, "lon": 720}
DAYS = 365
WARM_DAYS = 25
COUNTED = 5


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
        started = run(nothing(store), self.work / f"{name}-start.log")
        touched = sorted(key for key, state in objects(store).items() if before.get(key) != state)
        print(f"{name} touched {' '.join(touched)}", file=sys.stderr)
        return {"all": appended.wall_seconds, "start": started.wall_seconds, "cpu": appended.cpu_seconds,
                "touched": len(touched)}

    def ours(self):
        def update(store):
            return [self.shoal, "zarr", "update", str(store), "-f", str(self.files[0]), "--data", str(self.work / "data")]
        return self.one("shoal", update, lambda store: [*update(store), "--dry-run"])

    def theirs(self):
        return self.one(
            "xarray",
            lambda store: [sys.executable, "-B", str(HERE / "zarr_peer.py"), "append", str(store), str(self.files[0])],
            lambda _: [sys.executable, "-B", str(HERE / "zarr_peer.py"), "--help"])

    def ours_warm(self):
        """Day after day in one session; the last ones count."""
        lengths = [word for name, length in CHUNKS.items() for word in ("--chunk", f"{name}={length}")]
        store = self.clear("warm")
        command = [PROGRAM, "SendTimes", "--cores", str(self.cores), "--codec", CODEC, *lengths, str(store), str(self.year),
                   "--add", *map(str, self.files)]
        return self.last(lines(command, self.work / "warm.log"), store)

    def theirs_warm(self):
        store = self.fresh("warm-xarray")
        command = [sys.executable, "-B", str(HERE / "zarr_peer.py"), "append", str(store), *map(str, self.files)]
        return self.last(lines(command, self.work / "warm-xarray.log"), store)

    def last(self, taken, store):
        counted = taken[-COUNTED:]
        return {"all": sum(one["seconds"] for one in counted) / COUNTED, "store": str(store)}

    def check(self):
        require_equal(self.ours_warm()["store"], self.theirs_warm()["store"], 60)


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
        ("shoal zarr update", append.ours), ("xarray, append_dim", append.theirs),
        ("update, warm session", append.ours_warm), ("append_dim, warm Python", append.theirs_warm)])
    for name in ("shoal", "xarray", "warm", "warm-xarray"):
        append.clear(name)
    keep(arguments.work, results)
    print(report(results, arguments))


def report(results, arguments):
    rows, seconds = [], []
    for name, runs in results.items():
        whole = "start" in runs[0]
        seconds.append(median(runs, "all"))
        rows.append([name, f"{seconds[-1]:.3f}", f"{median(runs, 'start'):.2f}" if whole else "-",
                     f"{median(runs, 'touched'):.0f}" if whole else "-"])
    ours, theirs, ours_warm, theirs_warm = seconds
    return "\n".join([
        f"a day of {cube.decoded_bytes(1) / 1e6:.0f} MB appended to {DAYS}; medians of {arguments.turns}; warm: means of the"
        f" last {COUNTED} of {WARM_DAYS} days", "",
        table(["program", "a day, s", "start s", "objects touched"], rows), "",
        f"xarray / shoal, whole processes: {theirs / ours:.2f}",
        f"xarray / shoal, warm: {theirs_warm / ours_warm:.2f} (to reach 3)"])


if __name__ == "__main__":
    main()
