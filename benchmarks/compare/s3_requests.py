"""Counts the requests that pass to an S3 server: a listener that hands bytes on as they are and reads their first lines."""

import collections
import re
import socket
import threading

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
