"""The mean over a twentieth of the globe and one month of twelve: what it reads, where the coordinates prune and where not."""

import argparse
import pathlib

import archive
import chunks
from sides import PROGRAM, by_turns, keep, lines, median, require_equal, table

CHUNK = (120, 240)
SOUTH, NORTH, WEST, EAST = -10, 26, 180, 270
FIRST, DAYS = 30, 30
WHERE = (f"time{{kept}} >= TIMESTAMP'2000-01-01' + INTERVAL {FIRST} DAYS AND time{{kept}} < TIMESTAMP'2000-01-01' + INTERVAL "
         f"{FIRST + DAYS} DAYS AND lat{{none}} BETWEEN {SOUTH} AND {NORTH} AND lon{{none}} BETWEEN {WEST} AND {EAST}")
SQL = "SELECT avg(sst) AS mean, count(sst) AS cells FROM $box WHERE "


def selected_bytes(path, first_day):
    """Returns the bytes of the chunks of a file that hold a cell of the box in the month."""
    stored = 0
    for (step, row, column), _, size, _ in chunks.entries(path, "sst"):
        south, west = -89.875 + 0.25 * row, 0.125 + 0.25 * column
        if (FIRST <= first_day + step < FIRST + DAYS and south <= NORTH and south + 0.25 * (CHUNK[0] - 1) >= SOUTH
                and west <= EAST and west + 0.25 * (CHUNK[1] - 1) >= WEST):
            stored += size
    return stored


def query(folder, where, work):
    """Runs the query in a session that is warm, and returns the last of its costs."""
    command = [PROGRAM, "QueryTimes", "--runs", "4", "--table", f"box={folder}/*.nc", "--query", "box=" + SQL + where]
    found = lines(command, work / "query.log")
    return {"s": found[-1]["seconds"], "bytes": min(line["bytesRead"] for line in found), "answer": found[-1]["answer"]}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--shoal", required=True)
    parser.add_argument("--work", required=True, type=pathlib.Path)
    parser.add_argument("--days", type=int, default=360)
    parser.add_argument("--runs", type=int, default=5)
    arguments = parser.parse_args()
    pruned = WHERE.format(kept="", none="")
    everything = WHERE.format(kept=" + INTERVAL 0 SECONDS", none=" + 0")
    rows = []
    for kind, days_in_file in (("monthly", 30), ("daily", 1)):
        folder = arguments.work / f"{kind}-{arguments.days}"
        archive.make(folder, arguments.days, CHUNK, days_in_file)
        sides = [("pruned", lambda: query(folder, pruned, arguments.work)),
                 ("not pruned", lambda: query(folder, everything, arguments.work))]
        require_equal(kind, sides[0][1]()["answer"], sides[1][1]()["answer"], 1e-9)
        results = by_turns(arguments.runs, sides)
        keep(arguments.work, results)
        files = sorted(folder.glob("*.nc"))
        selected = sum(selected_bytes(path, number * days_in_file) for number, path in enumerate(files))
        rows.append(row(kind, files, selected, results))
    print(f"medians of {arguments.runs}\n\n" + table(
        ["files", "stored MB", "selected chunks MB", "read MB", "read / selected (to reach 1.3)", "s", "not pruned: read MB",
         "s, not pruned"], rows))


def row(kind, files, selected, results):
    read, whole = (median(results[name], "bytes") for name in ("pruned", "not pruned"))
    return [f"{len(files)} {kind}", f"{sum(path.stat().st_size for path in files) / 1e6:.0f}", f"{selected / 1e6:.2f}",
            f"{read / 1e6:.2f}", f"{read / selected:.2f}", f"{median(results['pruned'], 's'):.2f}", f"{whole / 1e6:.0f}",
            f"{median(results['not pruned'], 's'):.2f}"]


if __name__ == "__main__":
    main()
