"""The series of one cell: whole processes by turns, then several in one warm process of each; and the bytes read."""

import argparse
import os
import pathlib
import shutil
import sys

import h5py

import archive
import chunks
from measured import run
from sides import HERE, PROGRAM, by_turns, keep, lines, median, require_equal, table

ROW, COLUMN = 400, 800
LAT, LON = -89.875 + 0.25 * ROW, 0.125 + 0.25 * COLUMN
CHUNK = (120, 240)
WHERE = f"lat = {LAT} AND lon = {LON}"
SQL = "SELECT cast(time AS double) AS time, sst FROM {table} WHERE {where}"


def least_bytes(path):
    """Returns what must be read of a file: the pages of its metadata and coordinates, and the one chunk that is touched."""
    [touched] = [entry for entry in chunks.entries(path, "sst")
                 if entry[0][1] <= ROW < entry[0][1] + CHUNK[0] and entry[0][2] <= COLUMN < entry[0][2] + CHUNK[1]]
    with h5py.File(path, "r") as file:
        stored = sum(file["sst"].id.get_chunk_info(index).size for index in range(file["sst"].id.get_num_chunks()))
    return os.path.getsize(path) - stored, touched[2]


class Series:
    def __init__(self, arguments):
        self.work, self.shoal, self.files = arguments.work, arguments.shoal, arguments.work / f"archive-{arguments.days}"

    def sql(self):
        data = self.work / "data"
        shutil.rmtree(data, ignore_errors=True)
        query = SQL.format(table=f"ocean.netcdf.`{self.files}/*.nc`", where=WHERE)
        one = run([self.shoal, "sql", "--json", "--limit", "100000", "--data", str(data), query], self.work / "shoal.log")
        return {"all": one.wall_seconds, "cpu": one.cpu_seconds}

    def xarray(self):
        one = run(self.peer(1), self.work / "xarray.log")
        return {"all": one.wall_seconds, "cpu": one.cpu_seconds}

    def peer(self, runs):
        return [sys.executable, "-B", str(HERE / "point_series_job.py"), str(self.files), "--lat", str(LAT + 0.01), "--lon",
                str(LON - 0.01), "--runs", str(runs)]

    def warm(self):
        command = [PROGRAM, "QueryTimes", "--runs", "8", "--table", f"days={self.files}/*.nc",
                   "--query", "equal=" + SQL.format(table="$days", where=WHERE),
                   "--query", "ordered=" + SQL.format(table="$days", where=WHERE) + " ORDER BY time"]
        found = lines(command, self.work / "warm.log")
        equal, ordered = found[-2:]
        return {"all": equal["seconds"], "ordered": ordered["seconds"], "cpu": equal["cpuSeconds"],
                "bytes": min(line["bytesRead"] for line in found if line["query"] == "equal"), "answer": equal["answer"]}

    def warm_xarray(self):
        last = lines(self.peer(3), self.work / "xarray.log")[-1]
        return {"all": last["seconds"], "answer": last["answer"]}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--shoal", required=True)
    parser.add_argument("--work", required=True, type=pathlib.Path)
    parser.add_argument("--days", type=int, default=480)
    parser.add_argument("--runs", type=int, default=5)
    arguments = parser.parse_args()
    arguments.work.mkdir(parents=True, exist_ok=True)
    series = Series(arguments)
    archive.make(series.files, arguments.days, CHUNK)
    require_equal("series", sorted(series.warm()["answer"]), series.warm_xarray()["answer"], 1e-6)
    results = by_turns(arguments.runs, [
        ("shoal sql", series.sql), ("xarray", series.xarray), ("shoal, warm", series.warm),
        ("xarray, warm", series.warm_xarray)])
    keep(arguments.work, results)
    print(report(results, series, arguments))


def report(results, series, arguments):
    least = [least_bytes(path) for path in sorted(series.files.glob("*.nc"))]
    headers, touched = (sum(part) / 1e6 for part in zip(*least))
    read = median(results["shoal, warm"], "bytes") / 1e6
    shoal, peer, warm, warm_peer = (median(runs, "all") for runs in results.values())
    return "\n".join([
        f"{arguments.days} files; medians of {arguments.runs}", "",
        table(["program", "s"], [[name, f"{median(runs, 'all'):.2f}"] for name, runs in results.items()]
              + [["shoal, warm, ORDER BY time", f"{median(results['shoal, warm'], 'ordered'):.2f}"]]), "",
        f"xarray / shoal, whole processes: {peer / shoal:.2f}; warm: {warm_peer / warm:.2f} (to reach 5)",
        f"bytes read: {read:.1f} MB; headers {headers:.1f} MB and touched chunks {touched:.1f} MB are the least: "
        f"{read / (headers + touched):.2f} of it (to reach 1.2)"])


if __name__ == "__main__":
    main()
