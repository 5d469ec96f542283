#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""A client in Python, from the .proto alone: reads files, prints who agreed with whom.

usage: protoc --proto_path=proto --python_out=. entente/v1/entente.proto
       client/example.py tcp://127.0.0.1:5555 article.txt...          (Debian: protobuf-compiler python3-protobuf python3-zmq)
"""
import os
import sys

import zmq

sys.path.insert(0, os.getcwd())
from entente.v1.entente_pb2 import AgreementKind, AgreementStatus, Article, Batch, Header, Hello, Job, STATUS_OK

endpoint, paths = sys.argv[1], sys.argv[2:]
dealer = zmq.Context.instance().socket(zmq.DEALER)
dealer.setsockopt(zmq.LINGER, 0)
dealer.setsockopt(zmq.IMMEDIATE, 1)
dealer.setsockopt(zmq.RCVTIMEO, 10000)
dealer.setsockopt(zmq.SNDTIMEO, 10000)
dealer.connect(endpoint)


def receive(want):
    frames = dealer.recv_multipart()
    header = Header.FromString(frames[0])
    if header.WhichOneof("body") != want:
        sys.exit(f"the worker answers {header}")
    return getattr(header, want), frames[1] if len(frames) > 1 else b""


dealer.send(Header(version=1, hello=Hello(client_version="example")).SerializeToString())
welcome, _ = receive("welcome")
for number, path in enumerate(paths, 1):  # one article a message; up to welcome.credit messages may be unanswered
    raw = open(path, "rb").read()
    if len(raw) > welcome.max_article_bytes:
        sys.exit(f"{path}: over {welcome.max_article_bytes} bytes")
    dealer.send(Header(version=1, batch=Batch(batch_id=number, jobs=[Job(id=path, length=len(raw))])).SerializeToString(), zmq.SNDMORE)
    dealer.send(raw)
    reply, body = receive("batch_reply")
    at = 0
    for result in reply.results:
        if result.status != STATUS_OK:
            print(f"{result.id}: {result.message}")
            continue
        article = Article.FromString(body[at:at + result.length])
        at += result.length
        for a in article.agreements:
            words = [raw[o.span.start:o.span.end].decode("utf-8", "replace") for o in a.obligations]  # the very words, in their place
            print(f"{result.id}: {AgreementKind.Name(a.kind)[15:]} {AgreementStatus.Name(a.status)[17:]} {', '.join(p.name for p in a.parties)}: {'; '.join(words)}")
