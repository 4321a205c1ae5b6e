"""The inventory of small files: whole processes by turns, then several scans in one warm session; and requests on S3."""

import argparse
import json
import os
import pathlib
import shutil
import socket
import subprocess
import time

import argo
from measured import run
from s3_requests import Counter
from sides import PROGRAM, by_turns, keep, lines, median, require_equal, table

ANSWER = ("SELECT cast(time_first AS double) / 86400 + 7305 AS first, cast(time_last AS double) / 86400 + 7305 AS last, "
          "south, north, west, east FROM ocean.catalog.inventory ORDER BY path")
KEYS = ("loopback", "no secret")
S3A = {"fs.s3a.endpoint.region": "us-east-1", "fs.s3a.path.style.access": "true", "fs.s3a.connection.ssl.enabled": "false",
       "fs.s3a.access.key": KEYS[0], "fs.s3a.secret.key": KEYS[1], "fs.s3a.change.detection.mode": "none", "fs.s3a.change.detection.version.required": "false",
       "fs.s3a.aws.credentials.provider": "org.apache.hadoop.fs.s3a.SimpleAWSCredentialsProvider"}


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
        bucket = self.work / "s3" / "argo"
        shutil.rmtree(bucket, ignore_errors=True)
        bucket.mkdir(parents=True)
        for path in sorted(self.all.glob("*.nc"))[:count]:
            shutil.copy(path, bucket)
        with socket.create_server(("127.0.0.1", 0)) as free:
            port = free.getsockname()[1]
        settings = self.work / "s3proxy.properties"
        settings.write_text("\n".join([
            f"s3proxy.endpoint=http://127.0.0.1:{port}", "s3proxy.authorization=aws-v2-or-v4",
            f"s3proxy.identity={KEYS[0]}", f"s3proxy.credential={KEYS[1]}", "jclouds.provider=filesystem-nio2",
            f"jclouds.identity={KEYS[0]}", f"jclouds.credential={KEYS[1]}", f"jclouds.filesystem.basedir={bucket.parent}"]))
        with open(self.work / "s3proxy.log", "w") as log:
            server = subprocess.Popen(["java", "-jar", jar, "--properties", str(settings)], stdout=log, stderr=log)
        try:
            await_port(port)
            counter = Counter(("127.0.0.1", port))
            conf = {**S3A, "fs.s3a.endpoint": counter.endpoint}
            lines([PROGRAM, "ScanTimes", "--runs", "1", *(f"--conf=spark.hadoop.{key}={value}" for key, value in conf.items()),
                   "s3a://argo/"], self.work / "s3.log")
            return counter.of_files(".nc")
        finally:
            server.terminate()
            server.wait()


def await_port(port):
    for _ in range(300):
        try:
            socket.create_connection(("127.0.0.1", port)).close()
            return
        except OSError:
            time.sleep(0.1)
    raise SystemExit(f"Cannot compare: the S3 server does not listen on port {port}, see s3proxy.log.")


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
    root = pathlib.Path(arguments.shoal).parent
    jars = sorted((root / "spark-jobs/target/s3proxy").glob("s3proxy-*.jar"))
    if jars:
        asked = files.requests(str(jars[-1]), min(200, arguments.files))
        number = min(200, arguments.files)
        print(f"requests of {number} files on S3: {dict(asked)}, {sum(asked.values()) / number:.2f} a file (at most 3)")
    else:
        print("requests on S3: not counted, run mvn -Dquick -DskipTests=false -pl spark-jobs -am process-test-resources first")


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
