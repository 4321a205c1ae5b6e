"""Sums of each day: whole processes by turns, then the same in a warm Spark session on one core and on four."""

import argparse
import os
import pathlib
import shutil
import sys

import chunks
import levels
from measured import run
from sides import PROGRAM, HERE, by_turns, keep, lines, median, require_equal, table

SQL = "SELECT cast(time AS double) AS time, sum(temperature) AS total FROM {table} GROUP BY time ORDER BY time"


class Sums:
    def __init__(self, arguments):
        self.work, self.shoal, self.cores = arguments.work, arguments.shoal, arguments.cores
        self.all = self.work / f"archive-{arguments.days}"
        self.one = self.work / "archive-1"
        self.list = self.work / f"chunks-{arguments.days}.txt"

    def make(self, days):
        levels.make(self.one, 1)
        levels.make(self.all, days)
        chunks.write_list(sorted(self.all.glob("*.nc")), "temperature", self.list)

    def whole(self, command, log):
        """Runs a whole process over all and over one day."""
        everything, one = (run(command(folder), self.work / log) for folder in (self.all, self.one))
        return {"all": everything.wall_seconds, "start": one.wall_seconds, "cpu": everything.cpu_seconds,
                "peak MB": everything.peak_bytes / 1e6}

    def sql(self):
        data = self.work / "data"
        shutil.rmtree(data, ignore_errors=True)
        return self.whole(lambda folder: self.sql_command(folder, data), "shoal.log")

    def sql_command(self, folder, data):
        return [self.shoal, "sql", "--json", "--limit", "100000", "--data", str(data),
                SQL.format(table=f"ocean.netcdf.`{folder}/*.nc`")]

    def dask(self):
        return self.whole(self.dask_command, "dask.log")

    def dask_command(self, folder):
        return [sys.executable, "-B", str(HERE / "day_sums_job.py"), str(folder), "--workers", str(self.cores)]

    def warm(self, cores):
        """The last of several queries: Java's compiler is done after the fifth, on one core after the tenth."""
        runs = 11 if cores == 1 else 6
        command = ["taskset", "-c", f"0-{cores - 1}", PROGRAM, "QueryTimes", "--cores", str(cores), "--runs", str(runs),
                   "--table", f"days={self.all}/*.nc", "--query", "all=" + SQL.format(table="$days")]
        last = lines(command, self.work / "warm.log")[-1]
        return {"all": last["seconds"], "cpu": last["cpuSeconds"], "answer": last["answer"]}

    def inflate(self):
        command = ["taskset", "-c", f"0-{self.cores - 1}", PROGRAM, "InflateLimit", "--threads", str(self.cores), "--runs",
                   "2", str(self.list)]
        last = lines(command, self.work / "inflate.log")[-1]
        return {"all": last["seconds"], "cpu": last["cpuSeconds"]}

    def check(self):
        """Refuses sums that differ between the sides by more than the order of adding."""
        [theirs] = lines(self.dask_command(self.all), self.work / "dask.log")
        require_equal("sums of each day", self.warm(self.cores)["answer"], theirs, 1e-9)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--shoal", required=True)
    parser.add_argument("--work", required=True, type=pathlib.Path)
    parser.add_argument("--days", type=int, default=250)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--cores", type=int, default=min(4, os.cpu_count()))
    arguments = parser.parse_args()
    arguments.work.mkdir(parents=True, exist_ok=True)
    sums = Sums(arguments)
    sums.make(arguments.days)
    sums.check()
    results = by_turns(arguments.runs, [
        ("shoal sql", sums.sql), ("xarray, dask's threads", sums.dask),
        (f"warm session, {arguments.cores} cores", lambda: sums.warm(arguments.cores)),
        ("warm session, 1 core", lambda: sums.warm(1)), ("inflating only", sums.inflate)])
    keep(arguments.work, results)
    print(report(results, arguments))


def report(results, arguments):
    decoded = levels.decoded_bytes(arguments.days) / 1e6
    shoal, dask, warm, single, inflate = results.values()
    rates, rows = {}, []
    for name, runs in results.items():
        wall, start = median(runs, "all"), median(runs, "start") if "start" in runs[0] else 0
        rates[name] = decoded / max(1e-3, wall - start)
        rows.append([name, f"{wall:.2f}", f"{start:.2f}" if start else "-", f"{rates[name]:.0f}",
                     f"{median(runs, 'cpu'):.1f}"])
    rate = list(rates.values())
    return "\n".join([
        f"{arguments.days} files, {decoded:.0f} MB decoded, {arguments.cores} cores; medians of {arguments.runs}", "",
        table(["program", "wall s", "one day s", "MB/s beyond one day", "CPU s"], rows), "",
        f"shoal sql / dask's threads, beyond one day: {rate[0] / rate[1]:.2f} (to reach 2.5)",
        f"warm session / dask's threads: {rate[2] / rate[1]:.2f}",
        f"{arguments.cores} cores / 1 core, warm: {median(single, 'all') / median(warm, 'all'):.2f} (to reach 3.4 of 4)",
        f"warm session / inflating with zlib only: {median(inflate, 'all') / median(warm, 'all'):.2f}"])


if __name__ == "__main__":
    main()
