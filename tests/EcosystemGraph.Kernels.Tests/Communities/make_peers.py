#!/usr/bin/env python3
"""Writes peers.json beside this script: how good the communities are that igraph 1.0 finds on generated graphs.

    python3 -m venv VENV && VENV/bin/pip install igraph==1.0.0
    VENV/bin/python make_peers.py

The graphs are made by the same rules in CommunityQualityTests.cs, from a counter-based generator, so that no edges need to be kept. For each the file has
the number of edges, a checksum of them, and for Louvain (multilevel) and Leiden (modularity, two iterations) the median modularity of ten seeds and, where
communities were planted, the median normalised mutual information with them.
"""

import json
import pathlib
import random
import statistics

import igraph as ig

WORD = (1 << 64) - 1
GOLDEN = 0x9E3779B97F4A7C15


def mix(z):
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9 & WORD
    z = (z ^ (z >> 27)) * 0x94D049BB133111EB & WORD
    return z ^ (z >> 31)


def bits(seed, item, turn):
    return mix(mix(seed + GOLDEN * (turn + 1) & WORD) + GOLDEN * (item + 1) & WORD)


def below(bound, seed, item, turn):
    return bits(seed, item, turn) * bound >> 64


def unit(seed, item, turn):
    return (bits(seed, item, turn) >> 11) * 2.0**-53


def planted(groups, smallest, step, edges, mixing, seed):
    """Groups of rising size; an edge from a random vertex ends in its group, or with the probability of mixing anywhere."""
    sizes = [smallest + step * g for g in range(groups)]
    starts = [sum(sizes[:g]) for g in range(groups)]
    labels = [g for g in range(groups) for _ in range(sizes[g])]
    n, made = len(labels), []
    for e in range(edges):
        s = below(n, seed, e, 0)
        g = labels[s]
        t = below(n, seed, e, 2) if unit(seed, e, 1) < mixing else starts[g] + below(sizes[g], seed, e, 2)
        made.append((s, t))
    return n, made, labels


def rmat(scale, edges, seed):
    made = []
    for e in range(edges):
        s = t = 0
        for bit in range(scale):
            r = unit(seed, e, bit)
            s = 2 * s + (r >= 0.76)
            t = 2 * t + (0.57 <= r < 0.76 or r >= 0.95)
        made.append((s, t))
    return 1 << scale, made, None


def grid(rows, columns):
    across = [(r * columns + c, r * columns + c + 1) for r in range(rows) for c in range(columns - 1)]
    down = [(r * columns + c, (r + 1) * columns + c) for r in range(rows - 1) for c in range(columns)]
    return rows * columns, across + down, None


CASES = {
    "planted-easy": (planted, dict(groups=20, smallest=50, step=0, edges=10_000, mixing=0.3, seed=1)),
    "planted-medium": (planted, dict(groups=30, smallest=20, step=2, edges=12_000, mixing=0.5, seed=2)),
    "planted-hard": (planted, dict(groups=25, smallest=40, step=1, edges=14_000, mixing=0.6, seed=3)),
    "planted-uneven": (planted, dict(groups=12, smallest=10, step=30, edges=18_000, mixing=0.55, seed=4)),
    "rmat-11": (rmat, dict(scale=11, edges=16_000, seed=5)),
    "rmat-13": (rmat, dict(scale=13, edges=40_000, seed=6)),
    "grid-40-40": (grid, dict(rows=40, columns=40)),
}


def checksum(edges):
    total = 0
    for s, t in edges:
        total = (total * 31 + s * 7 + t) & WORD
    return str(total)


def median(g, labels, find):
    modularity, nmi = [], []
    for seed in range(10):
        random.seed(seed)
        ig.set_random_number_generator(random)
        found = find(g)
        modularity.append(g.modularity(found.membership))
        if labels:
            nmi.append(ig.compare_communities(found.membership, labels, method="nmi"))
    return {"modularity": statistics.median(modularity)} | ({"nmi": statistics.median(nmi)} if nmi else {})


def main():
    assert ig.__version__ == "1.0.0", ig.__version__
    lines = []
    for name, (make, parameters) in CASES.items():
        n, edges, labels = make(**parameters)
        g = ig.Graph(n=n, edges=edges)
        row = {"kind": make.__name__} | parameters | {
            "vertices": n,
            "edgeCount": len(edges),
            "checksum": checksum(edges),
            "louvain": median(g, labels, lambda g: g.community_multilevel()),
            "leiden": median(g, labels, lambda g: g.community_leiden("modularity", n_iterations=2)),
        }
        lines.append(f' "{name}": {json.dumps(row)}')
        print(name, row["louvain"], row["leiden"])
    (pathlib.Path(__file__).parent / "peers.json").write_text("{\n" + ",\n".join(lines) + "\n}\n")


if __name__ == "__main__":
    main()
