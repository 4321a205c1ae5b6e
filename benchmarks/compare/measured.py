"""Runs a program and measures the whole of it: wall clock, processor time, and memory of it and all its children."""

import dataclasses
import os
import pathlib
import subprocess
import threading
import time

PAGE = os.sysconf("SC_PAGE_SIZE")


@dataclasses.dataclass
class Run:
    wall_seconds: float
    cpu_seconds: float
    peak_bytes: int


def resident_bytes(root):
    """Resident memory of a process and its descendants; pages that several of them share count in each."""
    parents, resident = {}, {}
    for entry in os.scandir("/proc"):
        if entry.name.isdigit():
            try:
                stat = pathlib.Path(entry.path, "stat").read_text()
                pages = pathlib.Path(entry.path, "statm").read_text().split()[1]
            except OSError:
                continue
            parents[int(entry.name)] = int(stat.rsplit(")", 1)[1].split()[1])
            resident[int(entry.name)] = int(pages) * PAGE
    family = {root}
    while True:
        more = {pid for pid, parent in parents.items() if parent in family} - family
        if not more:
            return sum(resident.get(pid, 0) for pid in family)
        family |= more


def run(command, log, environment=None):
    """Runs a command to its end; what it prints goes to a log."""
    with open(log, "w") as out:
        begin = time.monotonic()
        process = subprocess.Popen(command, stdout=out, stderr=subprocess.STDOUT, env=environment)
        peak, ended = [0], threading.Event()

        def watch():
            while not ended.wait(0.1):
                peak[0] = max(peak[0], resident_bytes(process.pid))

        watcher = threading.Thread(target=watch)
        watcher.start()
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.monotonic() - begin
        ended.set()
        watcher.join()
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise SystemExit(f"Cannot compare: {' '.join(command)} ended with {process.returncode}, see {log}.")
    return Run(wall, usage.ru_utime + usage.ru_stime, peak[0])
