"""What the comparisons share: runs side by side by turns, medians, answers that must be equal, tables."""

import json
import math
import pathlib
import statistics
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
PROGRAM = str(HERE / "program.sh")


def by_turns(runs, sides):
    """Calls every side in each of runs + 1 turns; returns what they gave, without the first turn, which warms up."""
    results = {name: [] for name, _ in sides}
    for turn in range(runs + 1):
        for name, call in sides:
            result = call()
            if turn > 0:
                results[name].append(result)
            print(f"turn {turn} {name}: {describe(result)}", file=sys.stderr, flush=True)
    return results


def describe(result):
    shown = {key: round(value, 2) for key, value in result.items() if isinstance(value, (int, float))}
    return ", ".join(f"{key} {value}" for key, value in shown.items())


def lines(command, log, environment=None):
    """Runs a command and returns the JSON lines it printed."""
    with open(log, "w") as errors:
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=errors, text=True, env=environment, check=False)
    if done.returncode != 0:
        raise SystemExit(f"Cannot compare: {' '.join(map(str, command))} ended with {done.returncode}, see {log}.")
    return [json.loads(line) for line in done.stdout.splitlines() if line[:1] in "{["]


def require_equal(what, one, other, relative):
    """Refuses answers of rows of numbers that differ by more than rounding."""
    if len(one) != len(other):
        raise SystemExit(f"Cannot compare: {what} has {len(one)} rows on one side and {len(other)} on the other.")
    for row, (left, right) in enumerate(zip(one, other)):
        same = len(left) == len(right) and all(
            (a is None or math.isnan(a)) and (b is None or math.isnan(b)) if a is None or b is None or a != a or b != b
            else math.isclose(a, b, rel_tol=relative) for a, b in zip(left, right))
        if not same:
            raise SystemExit(f"Cannot compare: {what}, row {row}: {left} on one side and {right} on the other.")
    print(f"{what}: both sides gave the same {len(one)} rows", file=sys.stderr)


def median(results, key):
    return statistics.median(result[key] for result in results)


def table(head, rows):
    return "\n".join(["| " + " | ".join(head) + " |", "|---" * len(head) + "|"]
                     + ["| " + " | ".join(row) + " |" for row in rows])


def keep(work, results):
    """Keeps every single figure beside the log."""
    (work / "results.json").write_text(json.dumps(
        {name: [{key: value for key, value in result.items() if key != "answer"} for result in runs]
         for name, runs in results.items()}, indent=1))
