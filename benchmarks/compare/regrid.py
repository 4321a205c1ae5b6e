"""Weights and their application, by CDO with one thread and with four, and by Shoal in a process that is warm."""

import argparse
import os
import pathlib
import shutil
import subprocess
import sys

import netCDF4
import numpy as np

import orca
from measured import run
from sides import PROGRAM, by_turns, keep, lines, median, table

WARM_RUNS = 6


class Case:
    """One row of the table: what CDO is asked for, what Shoal is asked for, and the seconds to reach.

    Of the five levels CDO takes 29 s in four threads and 85 s in one, so that it is not asked for the latter.
    """

    def __init__(self, name, cdo, shoal, bar, threads=(1, 4)):
        self.name, self.cdo, self.shoal, self.bar, self.threads = name, cdo, shoal, bar, threads


class Regrid:
    def __init__(self, arguments):
        self.work, self.shoal, self.cores = arguments.work, arguments.shoal, arguments.cores
        self.quarter, self.orca, self.clouds = orca.make(arguments.work)
        self.first = str(sorted(self.quarter.glob("*.nc"))[0])
        self.raw("surface.nc", "-seltimestep,1", "-sellevel,0.5", str(self.orca))
        self.raw("levels.nc", str(self.orca))
        self.raw("one.nc", "-seltimestep,1", self.first)

    def raw(self, name, *operators):
        """A file without compression, so that reading does not take part."""
        path = self.work / name
        if not path.exists():
            subprocess.run(["cdo", "-s", "-f", "nc", "copy", *operators, str(path)], check=True)

    def cases(self):
        surface, levels = str(self.work / "surface.nc"), str(self.work / "levels.nc")
        quarter = [str(path) for path in sorted(self.quarter.glob("*.nc"))]
        return {
            "quarter-con": Case("weights, 0.25 to 1 degree, conservative", ["gencon,r360x180", str(self.work / "one.nc")],
                                self.weights(self.first, "sst", "r360x180", "CONSERVATIVE"), 0.05),
            "orca-con": Case("weights, tripolar to 0.25 degree, conservative", ["gencon,global_0.25", surface],
                             self.weights(surface, "thetao", "global_0.25", "CONSERVATIVE"), 3),
            "orca-bil": Case("weights, tripolar to 0.25 degree, bilinear", ["genbil,global_0.25", surface],
                             self.weights(surface, "thetao", "global_0.25", "BILINEAR"), 0.7),
            "orca-nn": Case("weights, tripolar to 0.25 degree, nearest", ["gennn,global_0.25", surface],
                            self.weights(surface, "thetao", "global_0.25", "NEAREST"), 0.3),
            "clouds": Case("15 fields with 15 masks, 0.25 to 1 degree, conservative",
                           ["remapcon,r360x180", str(self.clouds)], self.command(str(self.clouds), "r360x180"), 0.3),
            "levels": Case("5 levels with their own land x 12, tripolar to 0.25 degree, weights included",
                           ["remapcon,global_0.25", levels], self.command(levels, "global_0.25"), 7, (4,)),
            "levels-cached": Case("the same, weights there", [], self.command(levels, "global_0.25", cached=True), 0.3),
            "whole": Case("60 fields, 0.25 to 1 degree, conservative, deflated to deflated",
                          ["-z", "zip_4", "remapcon,r360x180", "-mergetime", *quarter],
                          self.command(str(self.quarter), "r360x180"), 0.6),
        }

    def weights(self, file, variable, grid, method):
        return [PROGRAM, "WeightTimes", "--threads", str(self.cores), "--runs", str(WARM_RUNS), file, variable, grid, method]

    def command(self, source, grid, cached=False):
        out, kept = self.work / "shoal.nc", self.work / "weights"
        deleted = ["--delete", str(out)] + ([] if cached else ["--delete", str(kept)])
        return [PROGRAM, "CommandTimes", "--runs", str(WARM_RUNS), *deleted, "--", "regrid", source, str(out),
                "--grid", grid, "--method", "conservative", "--weights-cache", str(kept)]

    def peer(self, case):
        """The best of one and of four threads."""
        best = None
        for threads in case.threads:
            out = self.work / "cdo.nc"
            out.unlink(missing_ok=True)
            done = run(["cdo", "-s", "-O", "-P", str(threads), *case.cdo, str(out)], self.work / "cdo.log")
            result = {"all": done.wall_seconds, "cpu": done.cpu_seconds, "peak MB": done.peak_bytes / 1e6}
            best = result if best is None or result["all"] < best["all"] else best
        return best

    def ours(self, case):
        """The last of several: Java's compiler is done by then."""
        shutil.rmtree(self.work / "weights", ignore_errors=True)
        last = lines(case.shoal, self.work / "shoal.log")[-1]
        return {"all": last["seconds"], "cpu": last["cpuSeconds"]}

    def whole(self, source, grid):
        """The command as a whole process, beside the same that has one field to do."""
        results = []
        for given in (str(self.work / "one.nc"), source):
            out = self.work / "whole.nc"
            out.unlink(missing_ok=True)
            results.append(run([self.shoal, "regrid", given, str(out), "--grid", grid, "--method", "conservative"],
                               self.work / "whole.log"))
        one, everything = results
        return {"all": everything.wall_seconds, "start": one.wall_seconds, "cpu": everything.cpu_seconds,
                "peak MB": everything.peak_bytes / 1e6}

    def check(self, case):
        """Refuses to count where both sides made other values of the same fields."""
        self.peer(case)
        lines(case.shoal, self.work / "shoal.log")
        with netCDF4.Dataset(self.work / "cdo.nc") as theirs, netCDF4.Dataset(self.work / "shoal.nc") as ours:
            name = next(name for name in ("sst", "thetao") if name in theirs.variables)
            a, b = theirs[name][:], ours[name][:]
            both = ~np.ma.getmaskarray(a) & ~np.ma.getmaskarray(b)
            differ = np.abs(a - b)[both] > 1e-4 * np.abs(a).max()
            apart = np.count_nonzero(differ) / differ.size
            alone = np.count_nonzero(np.ma.getmaskarray(a) != np.ma.getmaskarray(b)) / a.size
        print(f"{case.name}: {apart:.2%} of the values differ by more than 1e-4 of the largest, {alone:.2%} of the cells are"
              " missing on one side alone", file=sys.stderr)
        # CDO counts the two columns twice that the tripolar grid holds twice.
        if apart > 0.01:
            raise SystemExit(f"Cannot compare: {case.name} gave other values in {apart:.2%} of the cells.")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--shoal", required=True)
    parser.add_argument("--work", required=True, type=pathlib.Path)
    parser.add_argument("--turns", type=int, default=3)
    parser.add_argument("--cores", type=int, default=min(4, os.cpu_count()))
    parser.add_argument("--only", action="append", help="cases by name")
    arguments = parser.parse_args()
    arguments.work.mkdir(parents=True, exist_ok=True)
    regrid = Regrid(arguments)
    cases = {name: case for name, case in regrid.cases().items() if not arguments.only or name in arguments.only}
    for name, case in cases.items():
        if name in ("clouds", "levels", "whole"):
            regrid.check(case)
    sides = []
    for name, case in cases.items():
        if case.cdo:
            sides.append((f"cdo {name}", lambda case=case: regrid.peer(case)))
        sides.append((f"shoal {name}", lambda case=case: regrid.ours(case)))
    if "whole" in cases:
        sides.append(("process whole", lambda: regrid.whole(str(regrid.quarter), "r360x180")))
    if "levels" in cases:
        sides.append(("process levels", lambda: regrid.whole(str(regrid.work / "levels.nc"), "global_0.25")))
    results = by_turns(arguments.turns, sides)
    keep(arguments.work, results)
    print(report(results, cases, arguments))


def report(results, cases, arguments):
    rows = []
    for name, case in cases.items():
        peer, ours = results[f"cdo {name if case.cdo else 'levels'}"], results[f"shoal {name}"]
        rows.append([case.name, f"{median(peer, 'all'):.2f}", f"{median(peer, 'peak MB'):.0f}", f"{median(ours, 'all'):.3f}",
                     f"{median(ours, 'cpu'):.2f}", f"{median(peer, 'all') / median(ours, 'all'):.1f}", f"{case.bar}"])
    text = [f"{arguments.cores} cores; medians of {arguments.turns}; CDO's is the better of one and {arguments.cores} threads", "",
            table(["work", "CDO s", "CDO MB", "Shoal warm s", "CPU s", "times as fast", "to reach s"], rows)]
    for name in ("whole", "levels"):
        if f"process {name}" in results:
            runs = results[f"process {name}"]
            text.append(f"\nshoal regrid as a whole process, {name}: {median(runs, 'all'):.2f} s, of which a single field takes "
                        f"{median(runs, 'start'):.2f} s; {median(runs, 'peak MB'):.0f} MB")
    return "\n".join(text)


if __name__ == "__main__":
    sys.exit(main())
