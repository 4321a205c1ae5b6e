"""The inventory of small files: whole processes by turns, then several scans in one warm session; and requests on S3."""

import argparse
import json
import os
import pathlib
import shutil
import subprocess

import argo
from measured import run
from s3_requests import NOT_COUNTED, counted, server_jar
from sides import PROGRAM, by_turns, keep, lines, median, require_equal, table

ANSWER = ("SELECT cast(time_first AS double) / 86400 + 7305 AS first, cast(time_last AS double) / 86400 + 7305 AS last, "
          "south, north, west, east FROM ocean.catalog.inventory ORDER BY path")


class Files:
    def __init__(self, arguments):
        self.work, self.shoal = arguments.work, arguments.shoal
        self.all, self.few = self.work / f"archive-{arguments.files}", self.work / "archive-1"
        self.data = self.work / "data"

    def whole(self, command, log):
        everything, one = (run(command(folder), self.work / log) for folder in (self.all, self.few))
        return {"all": everything.wall_seconds, "start": one.wall_seconds, "cpu": everything.cpu_seconds}

    def shoal_command(self, folder):
        shutil.rmtree(self.data, ignore_errors=True)
        return [self.shoal, "scan", str(folder), "--limit", "1", "--data", str(self.data)]

    def scan(self):
        return self.whole(self.shoal_command, "shoal.log")

    def netcdf_java(self):
        return self.whole(lambda folder: [PROGRAM, "NetcdfJavaScan", str(folder)], "netcdf-java.log")

    def warm(self):
        last = lines([PROGRAM, "ScanTimes", "--runs", "4", str(self.all)], self.work / "warm.log")[-1]
        return {"all": last["seconds"], "cpu": last["cpuSeconds"]}

    def warm_netcdf_java(self):
        found = lines([PROGRAM, "NetcdfJavaScan", "--runs", "4", str(self.all)], self.work / "netcdf-java.log")
        return {"all": [line for line in found if isinstance(line, dict)][-1]["seconds"]}

    def check(self):
        """Refuses times and places that differ: inventory beside NetCDF-Java."""
        run(self.shoal_command(self.all), self.work / "shoal.log")
        rows = [list(row.values()) for row in json.loads(self.answer())]
        theirs = [line[1:] for line in lines([PROGRAM, "NetcdfJavaScan", str(self.all)], self.work / "netcdf-java.log")
                  if isinstance(line, list)]
        require_equal("times and places", rows, theirs, 1e-9)

    def answer(self):
        done = subprocess.run([self.shoal, "sql", "--json", "--limit", "1000000", "--data", str(self.data), ANSWER],
                              stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, check=True)
        return done.stdout

    def requests(self, jar, count):
        """Scans some of the files from an S3 server and counts what it is asked for."""
        def scan(conf):
            lines([PROGRAM, "ScanTimes", "--runs", "1", *(f"--conf=spark.hadoop.{key}={value}" for key, value in conf.items()),
                   "s3a://argo/"], self.work / "s3.log")
        return counted(jar, self.work, "argo", sorted(self.all.glob("*.nc"))[:count], scan)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--shoal", required=True)
    parser.add_argument("--work", required=True, type=pathlib.Path)
    parser.add_argument("--files", type=int, default=5000)
    parser.add_argument("--runs", type=int, default=5)
    arguments = parser.parse_args()
    arguments.work.mkdir(parents=True, exist_ok=True)
    files = Files(arguments)
    argo.make(files.all, arguments.files)
    argo.make(files.few, 1)
    files.check()
    results = by_turns(arguments.runs, [
        ("shoal scan", files.scan), ("NetCDF-Java", files.netcdf_java), ("scan, warm session", files.warm),
        ("NetCDF-Java, warm", files.warm_netcdf_java)])
    keep(arguments.work, results)
    print(report(results, arguments))
    jar = server_jar(arguments.shoal)
    if jar:
        number = min(200, arguments.files)
        asked = files.requests(jar, number)
        print(f"requests of {number} files on S3: {dict(asked)}, {sum(asked.values()) / number:.2f} a file (at most 3)")
    else:
        print(NOT_COUNTED)


def report(results, arguments):
    rows = []
    for name, runs in results.items():
        start = f"{median(runs, 'start'):.2f}" if "start" in runs[0] else "-"
        rows.append([name, f"{median(runs, 'all'):.2f}", start])
    shoal, peer, warm, warm_peer = results.values()
    beyond = [median(runs, "all") - median(runs, "start") for runs in (shoal, peer)]
    return "\n".join([
        f"{arguments.files} files, {os.cpu_count()} cores; medians of {arguments.runs}", "",
        table(["program", "s", "one file s"], rows), "",
        f"NetCDF-Java / shoal scan, beyond one file: {beyond[1] / beyond[0]:.2f} (to reach 3); whole processes: "
        f"{median(peer, 'all') / median(shoal, 'all'):.2f}; warm: {median(warm_peer, 'all') / median(warm, 'all'):.2f}"])


if __name__ == "__main__":
    main()
