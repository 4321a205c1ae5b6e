"""Counts the requests that pass to an S3 server: a listener that hands bytes on as they are and reads their first lines."""

import collections
import pathlib
import re
import shutil
import socket
import subprocess
import threading
import time

REQUEST = re.compile(rb"(?:^|\r\n\r\n)(GET|HEAD|PUT|POST|DELETE) (/[^ ?]*)(\?[^ ]*)? HTTP/1\.1\r\n")


class Counter:
    def __init__(self, server):
        self.server, self.counts, self.lock = server, collections.Counter(), threading.Lock()
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.endpoint = f"http://127.0.0.1:{self.listener.getsockname()[1]}"
        threading.Thread(target=self.accept, daemon=True).start()

    def accept(self):
        while True:
            client, _ = self.listener.accept()
            upstream = socket.create_connection(self.server)
            threading.Thread(target=self.pass_on, args=(client, upstream, True), daemon=True).start()
            threading.Thread(target=self.pass_on, args=(upstream, client, False), daemon=True).start()

    def pass_on(self, source, target, counted):
        try:
            while data := source.recv(1 << 16):
                if counted:
                    self.count(data)
                target.sendall(data)
        except OSError:
            pass  # one side has hung up: the other is told below
        finally:
            for end in (source, target):
                try:
                    end.shutdown(socket.SHUT_RDWR)
                except OSError:
                    pass  # it had gone before

    def count(self, data):
        with self.lock:
            for verb, path, query in REQUEST.findall(data):
                kind = "LIST" if verb == b"GET" and b"list-type" in query else verb.decode()
                self.counts[kind, path.decode()] += 1

    def of_files(self, ending):
        """Returns how many requests there were of each kind for objects whose names end so."""
        kinds = collections.Counter()
        for (kind, path), count in self.counts.items():
            if path.endswith(ending):
                kinds[kind] += count
        return kinds


KEYS = ("loopback", "no secret")
S3A = {"fs.s3a.endpoint.region": "us-east-1", "fs.s3a.path.style.access": "true", "fs.s3a.connection.ssl.enabled": "false",
       "fs.s3a.access.key": KEYS[0], "fs.s3a.secret.key": KEYS[1], "fs.s3a.change.detection.mode": "none", "fs.s3a.change.detection.version.required": "false",
       "fs.s3a.aws.credentials.provider": "org.apache.hadoop.fs.s3a.SimpleAWSCredentialsProvider"}
NOT_COUNTED = ("requests on S3: not counted, run mvn -Dquick -DskipTests=false -pl spark-jobs -am process-test-resources"
               " first")


def server_jar(shoal):
    """Returns the S3 server that the tests bring, or nothing."""
    jars = sorted((pathlib.Path(shoal).parent / "spark-jobs/target/s3proxy").glob("s3proxy-*.jar"))
    return str(jars[-1]) if jars else None


def counted(jar, work, name, files, call):
    """Serves files as a bucket, calls with the settings of Hadoop that lead there, and returns what was asked for."""
    bucket = work / "s3" / name
    shutil.rmtree(bucket, ignore_errors=True)
    bucket.mkdir(parents=True)
    for path in files:
        shutil.copy(path, bucket)
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    settings = work / "s3proxy.properties"
    settings.write_text("\n".join([
        f"s3proxy.endpoint=http://127.0.0.1:{port}", "s3proxy.authorization=aws-v2-or-v4",
        f"s3proxy.identity={KEYS[0]}", f"s3proxy.credential={KEYS[1]}", "jclouds.provider=filesystem-nio2",
        f"jclouds.identity={KEYS[0]}", f"jclouds.credential={KEYS[1]}", f"jclouds.filesystem.basedir={bucket.parent}"]))
    with open(work / "s3proxy.log", "w") as log:
        server = subprocess.Popen(["java", "-jar", jar, "--properties", str(settings)], stdout=log, stderr=log)
    try:
        await_port(port)
        counter = Counter(("127.0.0.1", port))
        call({**S3A, "fs.s3a.endpoint": counter.endpoint})
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
