#!/usr/bin/env python3
"""Writes the golden values beside this script, one JSON file a graph, and asserts the known defects of the programs that they come from.

Needs igraph 1.0.0, NetworkX 3.6.1 and NumPy; nothing of the product depends on them:

    python3 -m venv VENV && VENV/bin/pip install igraph==1.0.0 networkx==3.6.1 numpy
    VENV/bin/python make_golden.py

Some defects of NetworkX come with SciPy alone, one is leidenalg's; they are asserted where these can be imported, and named where not.

A file holds the graph (vertices, direction, edges, weights or null) and a list of scores for each measure. Where the two programs and our
convention differ, the value is computed from the formula, here, with NumPy. The conventions are those in the XML documentation of the kernels.
"""

import importlib.util
import itertools
import json
import math
import pathlib
import random
from fractions import Fraction

import igraph as ig
import networkx as nx
import numpy as np

HERE = pathlib.Path(__file__).parent


class Case:
    def __init__(self, name, n, edges, directed, weights=None):
        self.name, self.n, self.edges, self.directed, self.weights = name, n, [tuple(e) for e in edges], directed, weights
        self.ig = ig.Graph(n=n, edges=self.edges, directed=directed)
        if weights:
            self.ig.es["weight"] = weights
        self.w = "weight" if weights else None
        self.values = {}
        self.peers = {}

    def simple(self, merge="sum"):
        g = self.ig.copy()
        g.simplify(combine_edges=merge if self.weights else None)
        return g

    def nx_simple(self, undirected=False, merge=sum):
        g = nx.Graph() if undirected or not self.directed else nx.DiGraph()
        g.add_nodes_from(range(self.n))
        together = {}
        for i, (s, t) in enumerate(self.edges):
            if s != t:
                key = (s, t) if g.is_directed() else (min(s, t), max(s, t))
                together.setdefault(key, []).append(self.weights[i] if self.weights else 1.0)
        for (s, t), w in together.items():
            g.add_edge(s, t, weight=merge(w))
        return g

    def matrix(self):
        a = np.zeros((self.n, self.n))
        for i, (s, t) in enumerate(self.edges):
            w = self.weights[i] if self.weights else 1.0
            a[s, t] += w
            if not self.directed:
                a[t, s] += w
        return a


def by_vertex(scores, n):
    return [float(scores[v]) for v in range(n)]


def centrality(c):
    g, v = c.ig, c.values
    v["degree"] = [float(x) for x in g.degree(mode="all")]
    v["in-degree"] = [float(x) for x in g.degree(mode="in")]
    v["out-degree"] = [float(x) for x in g.degree(mode="out")]
    v["in-strength"] = [float(x) for x in g.strength(mode="in", weights=c.w)]
    v["out-strength"] = [float(x) for x in g.strength(mode="out", weights=c.w)]
    v["strength"] = [float(x) for x in g.strength(mode="all", weights=c.w)]
    v["pagerank"] = g.pagerank(weights=c.w)
    reset = [1.0 if i % 3 == 0 else 0.0 for i in range(c.n)]
    v["personalized-pagerank"] = g.personalized_pagerank(reset=reset, weights=c.w)
    v["closeness"] = by_vertex(nx.closeness_centrality(c.nx_simple()), c.n)
    v["closeness-undirected"] = by_vertex(nx.closeness_centrality(c.nx_simple(undirected=True)), c.n)
    harmonic = g.harmonic_centrality(mode="in", normalized=False)
    assert np.allclose(harmonic, by_vertex(nx.harmonic_centrality(c.nx_simple()), c.n)), "igraph's raw harmonic centrality is a sum"
    v["harmonic"] = harmonic
    v["betweenness"] = g.betweenness()
    v["edge-betweenness"] = g.edge_betweenness()
    half = list(range(0, c.n, 2))
    v["subset-betweenness"] = g.betweenness(sources=half, targets=list(range(c.n // 2, c.n)))
    if c.weights:
        v["closeness-weight"] = by_vertex(nx.closeness_centrality(c.nx_simple(merge=min), distance="weight"), c.n)
        v["betweenness-weight"] = g.betweenness(weights=c.w)
        v["edge-betweenness-weight"] = g.edge_betweenness(weights=c.w)
    if g.is_connected(mode="strong"):
        x = np.array(g.eigenvector_centrality(weights=c.w))
        x = x / np.linalg.norm(x)
        a = c.matrix()
        value = x @ (a.T @ x)
        if np.linalg.norm(a.T @ x - value * x) < 1e-10 * value:
            v["eigenvector"] = x.tolist()
    a = c.matrix()
    most = a.sum(axis=0).max()
    v["katz"] = np.linalg.solve(np.eye(c.n) - a.T / (1 + most), np.ones(c.n)).tolist()
    u, s, vt = np.linalg.svd(a)
    if s[0] - s[1] > 1e-6 * s[0]:
        hubs, authorities = np.abs(u[:, 0]), np.abs(vt[0])
        v["hubs"] = (hubs / hubs.sum()).tolist()
        v["authorities"] = (authorities / authorities.sum()).tolist()


def load(c):
    """Without lengths NetworkX. With them it loses what should pass beside a direct edge of the same length, so packets are sent here."""
    simple = c.nx_simple(merge=min)
    half = 1 if c.directed else 2
    c.values["load"] = [x / half for x in by_vertex(nx.load_centrality(simple, normalized=False), c.n)]
    assert np.allclose(c.values["load"], np.array(packets(simple, None)) / half)
    if c.weights:
        c.values["load-weight"] = [x / half for x in packets(simple, "weight")]


def packets(g, weight):
    """Each vertex sends a packet to each source, cut into equal parts where several come before. Lengths are made integers, so that ties are ties."""
    n = g.number_of_nodes()
    total = [0.0] * n
    length = {e: round(1000 * g.edges[e][weight]) if weight else 1 for e in g.edges}
    nx.set_edge_attributes(g, length, "length")
    for source in range(n):
        distance = nx.single_source_dijkstra_path_length(g, source, weight="length")
        passing = dict.fromkeys(distance, 0.0)
        for v in sorted(distance, key=lambda v: -distance[v]):
            total[v] += passing[v] if v != source else 0
            neighbors = g.predecessors(v) if g.is_directed() else g.neighbors(v)
            before = [u for u in neighbors if u in distance and distance[u] + g.edges[u, v]["length"] == distance[v]]
            for u in before:
                passing[u] += (passing[v] + 1) / len(before)
    return total


def weighted_clustering(c):
    v, u = c.values, c.nx_simple(undirected=True)
    v["clustering-onnela"] = by_vertex(nx.clustering(u, weight="weight"), c.n)
    g = ig.Graph(n=c.n, edges=list(u.edges), directed=False)
    v["clustering-barrat"] = g.transitivity_local_undirected(mode="zero", weights=[d["weight"] for _, _, d in u.edges(data=True)])
    v["clustering-fagiolo"] = by_vertex(nx.clustering(c.nx_simple()), c.n)
    v["clustering-fagiolo-weight"] = by_vertex(nx.clustering(c.nx_simple(), weight="weight"), c.n)


def group(c):
    """The group is every fourth vertex."""
    v, s, simple = c.values, list(range(0, c.n, 4)), c.nx_simple()
    if c.directed:
        v["group-in-degree"] = [nx.group_in_degree_centrality(simple, s)]
        v["group-out-degree"] = [nx.group_out_degree_centrality(simple, s)]
    v["group-degree"] = [nx.group_degree_centrality(c.nx_simple(undirected=True), s)]
    distances = nx.multi_source_dijkstra_path_length(simple.reverse() if c.directed else simple, set(s), weight=None)
    reaching, outside = len(distances) - len(s), c.n - len(s)
    v["group-closeness"] = [reaching / outside * (reaching / sum(distances.values()))]
    if reaching == outside:
        assert math.isclose(v["group-closeness"][0], nx.group_closeness_centrality(simple, s))
    v["group-betweenness"] = [group_betweenness(c, s)]


def shortest_paths(matrix):
    """Distances and numbers of shortest paths between all pairs, from powers of a matrix of multiplicities."""
    n = len(matrix)
    distance, paths = np.full((n, n), np.inf), np.zeros((n, n))
    walks = np.eye(n)
    for length in range(n):
        new = np.isinf(distance) & (walks > 0)
        distance[new], paths[new] = length, walks[new]
        walks = np.where(new, walks, 0) @ matrix
    return distance, paths


def group_betweenness(c, s):
    """Brute force: what is lost of the shortest paths between two outside when the group is taken away. NetworkX's is wrong."""
    matrix = multiplicities(c)
    distance, paths = shortest_paths(matrix)
    outside = [x for x in range(c.n) if x not in s]
    without = shortest_paths(matrix[np.ix_(outside, outside)])
    total = 0.0
    for i, a in enumerate(outside):
        for j, b in enumerate(outside):
            if a != b and math.isfinite(distance[a, b]):
                total += 1 - (without[1][i, j] / paths[a, b] if without[0][i, j] == distance[a, b] else 0)
    return total if c.directed else total / 2


def multiplicities(c):
    """How many edges lead from each vertex to each, loops left out."""
    matrix = np.zeros((c.n, c.n))
    for s, t in c.edges:
        if s != t:
            matrix[s, t] += 1
            if not c.directed:
                matrix[t, s] += 1
    return matrix


def cohesion(c):
    v = c.values
    s = c.simple()
    for mode in ("all", "in", "out"):
        v["core-number" + ("" if mode == "all" else "-" + mode)] = [float(x) for x in s.coreness(mode=mode)]
    u = c.nx_simple(undirected=True)
    v["triangles"] = by_vertex(nx.triangles(u), c.n)
    v["clustering"] = by_vertex(nx.clustering(u), c.n)
    v["average-clustering"] = [nx.average_clustering(u)]
    if nx.transitivity(u) > 0:
        v["transitivity"] = [nx.transitivity(u)]
    m = ig.Graph(n=c.n, edges=c.edges, directed=False)
    v["articulation-points"] = [float(x) for x in sorted(m.articulation_points())]
    v["bridges"] = [float(x) for x in sorted(m.bridges())]
    v["block-sizes"] = sorted((float(len(b)) for b in m.biconnected_components()), reverse=True)
    if any(e[0] != e[1] for e in c.edges):
        v["reciprocity"] = [c.ig.reciprocity(ignore_loops=True)]
    truss = {}
    for k in range(2, c.n + 1):
        for e in nx.k_truss(u, k).edges:
            truss[frozenset(e)] = float(k)
    v["truss"] = [None if s == t else truss[frozenset((s, t))] for s, t in c.edges]
    pairs = [(0, t) for t in range(1, c.n)]
    for name, scores in (
        ("jaccard", nx.jaccard_coefficient(u, pairs)),
        ("adamic-adar", nx.adamic_adar_index(u, pairs)),
        ("resource-allocation", nx.resource_allocation_index(u, pairs)),
        ("preferential-attachment", nx.preferential_attachment(u, pairs)),
        ("common-neighbors", [(s, t, len(list(nx.common_neighbors(u, s, t)))) for s, t in pairs]),
    ):
        v[name] = [float(x) for _, _, x in scores]
    s = c.nx_simple()
    v["local-reaching"] = [nx.local_reaching_centrality(s, x) for x in range(c.n)]
    v["global-reaching"] = [nx.global_reaching_centrality(s)]
    v["voterank"] = [float(x) for x in voterank(s)]
    if c.name != "random-undirected-multigraph":
        assert nx.voterank(s) == voterank(s), f"NetworkX elects others on {c.name}"
    else:
        assert nx.voterank(s) != voterank(s), "rounding parts a tie in NetworkX's VoteRank"
    v["maximum-flow"] = [c.ig.maxflow_value(0, t, capacity=c.w) for t in range(1, c.n)]
    tree = m.spanning_tree(weights=c.weights, return_tree=False)
    v["spanning-forest-weight"] = [float(sum(c.weights[e] if c.weights else 1 for e in tree))]
    v["effective-size"] = effective_size(c)
    v["constraint"] = [None if math.isnan(x) else x for x in constraint(c)]


def constraint(c):
    """igraph, with parallels summed and loops dropped first."""
    g = c.ig.copy()
    g.es["weight"] = c.weights or [1.0] * len(c.edges)
    g.simplify(combine_edges="sum")
    return g.constraint(weights="weight")


def effective_size(c):
    """Burt's formula; NetworkX's is wrong on weighted graphs."""
    a = c.matrix()
    tie = a + a.T
    np.fill_diagonal(tie, 0)
    sizes = []
    for i in range(c.n):
        contacts = np.flatnonzero(tie[i])
        p = tie[i] / tie[i].sum() if len(contacts) else None
        sizes.append(sum(1 - p @ (tie[j] / tie[j].max()) for j in contacts) if len(contacts) else None)
    return [None if x is None else float(x) for x in sizes]


def voterank(g):
    """The algorithm of NetworkX with exact fractions, so that ties are ties."""
    loss = Fraction(g.number_of_nodes(), g.number_of_edges() * (1 if g.is_directed() else 2))
    ability, elected = {v: Fraction(1) for v in g}, []
    while len(elected) < len(g):
        votes = {v: 0 if v in elected else sum(ability[u] for u in g[v]) for v in g}
        winner = max(sorted(g), key=lambda v: votes[v])
        if votes[winner] == 0:
            break
        elected.append(winner)
        ability[winner] = Fraction(0)
        for u in g[winner]:
            ability[u] = max(ability[u] - loss, Fraction(0))
    return elected


def components(c):
    c.values["weak-components"] = [float(x) for x in c.ig.connected_components(mode="weak").membership]
    c.values["strong-components"] = [float(x) for x in c.ig.connected_components(mode="strong").membership]
    if c.directed:
        c.values["condensation-edges"] = [float(nx.condensation(c.nx_simple()).number_of_edges())]


def communities(c):
    thirds = [v % 3 for v in range(c.n)]
    halves = [int(v >= c.n // 2) for v in range(c.n)]
    if c.edges:
        c.values["modularity-thirds"] = [c.ig.modularity(thirds, weights=c.w)]
        c.values["modularity-halves-2"] = [c.ig.modularity(halves, weights=c.w, resolution=2)]
    if c.edges and not c.directed:
        louvain, leiden = [], []
        for seed in range(100):
            random.seed(seed)
            ig.set_random_number_generator(random)
            louvain.append(c.ig.modularity(c.ig.community_multilevel(weights=c.w), weights=c.w))
            leiden.append(c.ig.modularity(c.ig.community_leiden("modularity", weights=c.w, n_iterations=2), weights=c.w))
        c.peers["louvain-modularity"] = float(np.mean(louvain))
        c.peers["leiden-modularity"] = float(np.mean(leiden))
    c.values["nmi"] = [ig.compare_communities(thirds, halves, method="nmi")]
    c.values["ari"] = [ig.compare_communities(thirds, halves, method="adjusted_rand")]


def paths(c):
    """From the first vertex, and from it to the last."""
    v, simple, last = c.values, c.nx_simple(merge=min), c.n - 1
    for name, weight in (("distances", None),) + ((("distances-weight", c.w),) if c.weights else ()):
        v[name] = [None if math.isinf(x) else float(x) for x in c.ig.distances(0, weights=weight, mode="out")[0]]
        reached = dict(nx.single_source_dijkstra_path_length(simple, 0, weight=weight))
        assert all(math.isclose(x, reached[t]) if x is not None else t not in reached for t, x in enumerate(v[name]))
    if v["distances"][last] is None:
        return
    for name, weight in (("k-shortest-lengths", None),) + ((("k-shortest-lengths-weight", "weight"),) if c.weights else ()):
        first = itertools.islice(nx.shortest_simple_paths(simple, 0, last, weight=weight), 8)
        v[name] = [float(nx.path_weight(simple, path, weight) if weight else len(path) - 1) for path in first]
    bounded = sorted(nx.all_simple_paths(simple, 0, last, cutoff=4), key=lambda path: (len(path), path))
    v["simple-paths-4"] = [float(x) for path in bounded[:50] for x in path]


def partitions(c):
    """Formulas over a matrix, and NetworkX where it has them."""
    v, group, a = c.values, np.array([x % 3 for x in range(c.n)]), c.matrix()
    same = group[:, None] == group
    edges = 1 if c.directed else 2
    v["coverage-thirds"] = [float(a[same].sum() / a.sum())]
    sizes = np.bincount(group)
    v["cpm-thirds"] = [float(a[same].sum() / edges - 0.05 * (sizes * (sizes - 1)).sum() / edges)]
    cut = [a[group == g][:, group != g].sum() for g in range(3)]
    volume = [a[group == g].sum() for g in range(3)]
    v["conductance-thirds"] = [float(cut[g] / min(volume[g], a.sum() - volume[g])) for g in range(3)]
    if not c.directed:
        g = nx.MultiGraph()
        g.add_nodes_from(range(c.n))
        g.add_weighted_edges_from((s, t, w) for (s, t), w in zip(c.edges, c.weights or [1.0] * len(c.edges)))
        if not any(s == t for s, t in c.edges):
            assert np.allclose(v["conductance-thirds"], [nx.conductance(g, np.flatnonzero(group == x).tolist(), weight="weight") for x in range(3)])
    both = a + a.T if c.directed else a.copy()
    np.fill_diagonal(both, 0)
    toward = np.array([both[:, group == g].sum(axis=1) for g in range(3)]).T
    strength = both.sum(axis=1)
    inside = toward[np.arange(c.n), group]
    mean = np.array([inside[group == g].mean() for g in range(3)])[group]
    deviation = np.array([inside[group == g].std() for g in range(3)])[group]
    v["participation-thirds"] = [float(1 - ((toward[x] / strength[x]) ** 2).sum()) if strength[x] else None for x in range(c.n)]
    v["within-module-z-thirds"] = [
        (float((inside[x] - mean[x]) / deviation[x]) if deviation[x] > 1e-12 else 0.0) if strength[x] else None for x in range(c.n)
    ]


def centralization(c):
    """Freeman's sums over those of a star, from the scores of the simple graph."""
    def of(scores, most):
        return [float((max(scores) - np.array(scores)).sum() / most)]

    v, n, simple = c.values, c.n, c.simple()
    alone = ig.Graph(n=n, edges=list(c.nx_simple(undirected=True).edges))
    v["centralization-degree"] = of(alone.degree(), (n - 1) * (n - 2))
    if c.directed:
        v["centralization-in-degree"] = of(simple.indegree(), (n - 1) ** 2)
        v["centralization-out-degree"] = of(simple.outdegree(), (n - 1) ** 2)
    if alone.is_connected():
        v["centralization-closeness"] = of(alone.closeness(), (n - 1) * (n - 2) / (2 * n - 3))
    v["centralization-betweenness"] = of(simple.betweenness(), (n - 1) ** 2 * (n - 2) / (1 if c.directed else 2))


def mixing(c):
    """Groups are v mod 3, values v mod 5; a fourth group is empty."""
    v, thirds = c.values, [x % 3 for x in range(c.n)]
    matrix = np.zeros((4, 4))
    for s, t in c.edges:
        matrix[s % 3, t % 3] += 1
        if not c.directed:
            matrix[t % 3, s % 3] += 1
    if not any(s == t for s, t in c.edges):
        g = nx.MultiDiGraph() if c.directed else nx.MultiGraph()
        g.add_nodes_from((x, {"third": x % 3}) for x in range(c.n))
        g.add_edges_from(c.edges)
        theirs = nx.attribute_mixing_matrix(g, "third", mapping={i: i for i in range(3)}, normalized=False)
        assert np.array_equal(matrix[:3, :3], theirs), "NetworkX's mixing matrix is ours where there are no loops"
    v["mixing-thirds"] = matrix.flatten().tolist()
    v["assortativity-thirds"] = [c.ig.assortativity_nominal(thirds, directed=c.directed)]
    v["assortativity-values"] = [c.ig.assortativity([x % 5 for x in range(c.n)], directed=c.directed)]
    v["assortativity-degree"] = [c.ig.assortativity_degree(directed=c.directed)]
    for name in ("assortativity-thirds", "assortativity-values", "assortativity-degree"):
        v[name] = [None if math.isnan(x) else x for x in v[name]]
    inside = sum(s % 3 == t % 3 for s, t in c.edges if s != t)
    across = sum(s % 3 != t % 3 for s, t in c.edges)
    v["external-internal-thirds"] = [(across - inside) / (across + inside)]
    degrees = np.array(c.ig.degree(), dtype=float)
    v["herfindahl-degree"] = [float(((degrees / degrees.sum()) ** 2).sum())]
    v["gini-degree"] = [float(np.abs(degrees[:, None] - degrees).sum() / (2 * c.n * degrees.sum()))]
    quotient = c.ig.copy()
    quotient.es["weight"] = c.weights or [1.0] * len(c.edges)
    quotient.contract_vertices(thirds)
    weights = np.zeros((4, 4))
    for e in quotient.es:
        weights[e.source, e.target] += e["weight"]
        if not c.directed:
            weights[e.target, e.source] += e["weight"]
    v["quotient-thirds"] = weights.flatten().tolist()


def projections(c):
    """On the first side of a bipartite graph, as the rows of a matrix."""
    if c.name != "davis-bipartite":
        return
    g = nx.Graph(c.edges)
    women = sorted(nx.bipartite.sets(g)[0])
    assert women == list(range(len(women)))
    for name, graph in (
        ("none", nx.bipartite.projected_graph(g, women)),
        ("shared", nx.bipartite.weighted_projected_graph(g, women)),
        ("newman", nx.bipartite.collaboration_weighted_projected_graph(g, women)),
    ):
        c.values["projection-" + name] = nx.to_numpy_array(graph, nodelist=women).flatten().tolist()


def numbered(g):
    """NetworkX's graph as the list of its edges over 0..n−1, in the order of its nodes."""
    number = {v: i for i, v in enumerate(g.nodes)}
    return len(number), [(number[s], number[t]) for s, t in g.edges], [float(d.get("weight", 1)) for _, _, d in g.edges(data=True)]


def random_edges(n, m, seed, loops):
    r = random.Random(seed)
    edges = []
    while len(edges) < m:
        s, t = min(r.randrange(n), r.randrange(n)), r.randrange(n)
        if loops or s != t:
            edges.append((s, t))
    return edges, [round(r.uniform(0.25, 4), 3) for _ in edges]


def cases():
    n, e, w = numbered(nx.karate_club_graph())
    yield Case("zachary", n, e, False)
    yield Case("zachary-weighted", n, e, False, w)
    n, e, w = numbered(nx.les_miserables_graph())
    yield Case("les-miserables", n, e, False, w)
    n, e, _ = numbered(nx.davis_southern_women_graph())
    yield Case("davis-bipartite", n, e, False)
    n, e, _ = numbered(nx.krackhardt_kite_graph())
    yield Case("krackhardt-kite", n, e, False)
    n, e, _ = numbered(nx.petersen_graph())
    yield Case("petersen", n, e, False)
    n, e, _ = numbered(nx.florentine_families_graph())
    yield Case("florentine-families", n, e, False)
    n, e, _ = numbered(nx.convert_node_labels_to_integers(nx.grid_2d_graph(6, 7)))
    yield Case("grid-6-7", n, e, False)
    yield Case("star-9", 9, [(0, v) for v in range(1, 9)], False)
    yield Case("star-9-inward", 9, [(v, 0) for v in range(1, 9)], True)
    yield Case("ring-8-directed", 8, [(v, (v + 1) % 8) for v in range(8)], True)
    n, e, _ = numbered(nx.barbell_graph(5, 2))
    yield Case("barbell-5-2", n, e, False)
    e, w = random_edges(30, 90, 11, loops=True)
    yield Case("random-directed-multigraph", 30, e, True, w)
    e, w = random_edges(40, 100, 12, loops=True)
    yield Case("random-undirected-multigraph", 40, e, False, w)
    e, _ = random_edges(60, 150, 13, loops=False)
    yield Case("random-directed", 60, e, True)
    yield Case("pieces-and-isolates", 12, [(0, 1), (1, 2), (2, 0), (4, 5), (5, 4), (7, 8), (8, 9), (9, 7), (9, 7)], True)
    e, w = random_edges(25, 120, 14, loops=True)
    e += [(v, (v + 1) % 25) for v in range(25)]
    w += [1.0] * 25
    yield Case("strong-directed-multigraph", 25, e, True, w)


def assert_known_defects():
    """Each of these is why a value above does not come from that program. If one fails, the program was mended: take the value from it."""
    doubled = nx.MultiGraph([(0, 1), (0, 1), (1, 2), (0, 3), (3, 2)])
    assert nx.betweenness_centrality(doubled, normalized=False)[1] == 0.5, "NetworkX merges parallel edges in betweenness"
    g = ig.Graph(n=4, edges=[(0, 1), (0, 1), (1, 2), (0, 3), (3, 2)])
    assert abs(g.betweenness()[1] - 2 / 3) < 1e-12, "igraph counts parallel edges as paths"
    assert math.isnan(ig.Graph(n=2, edges=[]).closeness()[0]), "igraph gives NaN for isolated vertices"
    one = [0] * 4
    assert math.isnan(ig.compare_communities(one, one, method="adjusted_rand")), "igraph's ARI of trivial partitions is NaN"
    loop = nx.Graph([(0, 0), (0, 1)])
    assert loop.degree(0) == 3 and loop.size() == 2, "NetworkX counts a loop twice in degree"
    ties = nx.Graph()
    ties.add_weighted_edges_from([(0, 1, 0.1), (1, 3, 0.2), (0, 2, 0.15), (2, 3, 0.15)])
    assert nx.betweenness_centrality(ties, weight="weight", normalized=False)[1] == 0, "NetworkX compares lengths exactly"
    weighted = ig.Graph(n=4, edges=[(0, 1), (1, 3), (0, 2), (2, 3)])
    assert weighted.betweenness(weights=[0.1, 0.2, 0.15, 0.15])[1] == 0.5, "igraph lets lengths tie up to 1e-10"
    beside = nx.Graph()
    beside.add_weighted_edges_from([(0, 2, 2), (0, 1, 1), (1, 2, 1)])
    assert nx.load_centrality(beside, weight="weight", normalized=False)[1] != 1, "NetworkX's load stops at the source among those before"
    assert packets(beside, "weight")[1] == 1, "half a packet each way"
    # NetworkX.
    subdivided = nx.Graph([(0, "a"), ("a", 1), (0, "b"), ("b", 1), (1, "c"), ("c", 2), (0, "d"), ("d", 3), (3, "e"), ("e", 2)])
    between = [0, 1, 2, 3]
    assert math.isclose(nx.betweenness_centrality_subset(subdivided, between, between)[1], 2 / 3), "igraph counts as if every edge had a vertex of its own"
    path, sample = nx.path_graph(4), random.Random(1).sample(range(4), 2)
    unbiased = {v: 4 / 2 * x for v, x in nx.betweenness_centrality_subset(path, sample, list(path)).items()}
    assert nx.betweenness_centrality(path, k=2, seed=1, normalized=False) != unbiased, "NetworkX scales sampled vertices otherwise"
    triangle = nx.Graph([(0, 1), (1, 2), (0, 2), (2, 3)])
    looped = nx.Graph([*triangle.edges, (0, 0)])
    assert nx.constraint(looped) != nx.constraint(triangle), "a loop changes NetworkX's constraint"
    assert nx.effective_size(looped, [1]) != nx.effective_size(triangle, [1]), "and its effective size"
    assert 0 < wrong_groups() < 1295, "NetworkX's group betweenness is wrong for some groups"
    assert nx.group_closeness_centrality(nx.Graph([(0, 1), (2, 3), (4, 5)]), [0, 2]) == 2, "NetworkX's group closeness divides by what it reaches"
    karate = nx.karate_club_graph()
    plain = nx.Graph(karate.edges)
    halves = [{v for v in karate if v < 17}, {v for v in karate if v >= 17}]
    assert nx.community.modularity(karate, halves) != nx.community.modularity(plain, halves), "the karate graph is weighted, and modularity reads that"
    assert nx.community.louvain_communities(karate, seed=1) != nx.community.louvain_communities(plain, seed=1), "and Louvain does"
    grid = nx.grid_2d_graph(60, 60)
    exact = {v: math.sin(math.pi * (v[0] + 1) / 61) * math.sin(math.pi * (v[1] + 1) / 61) for v in grid}
    norm = math.sqrt(sum(x * x for x in exact.values()))
    theirs = nx.eigenvector_centrality(grid, max_iter=10000)
    assert max(abs(theirs[v] - x / norm) for v, x in exact.items()) > 0.02 * max(theirs.values()), "NetworkX's eigenvector stops 2.4 % off on a grid"
    nx.set_node_attributes(loop, 0, "kind")
    assert nx.attribute_mixing_matrix(loop, "kind", normalized=False)[0][0] == 3, "NetworkX's mixing matrix counts a loop once, an edge twice"
    with_scipy(karate, plain)

    # igraph.
    jaccard = ig.Graph(n=5, edges=[(0, 2), (0, 2), (0, 3), (1, 2), (1, 3), (1, 4)]).similarity_jaccard(pairs=[(0, 1)])[0]
    assert math.isclose(jaccard, 0.4), "igraph's Jaccard counts parallel edges: two of three neighbours are shared"
    parallel = ig.Graph(n=3, edges=[(0, 1), (0, 1), (1, 2)])
    assert parallel.get_k_shortest_paths(0, 2, k=5) == [[0, 1, 2], [0, 1, 2]], "igraph's Yen repeats a path for each parallel edge"
    assert ig.Graph(n=3, edges=[(0, 1), (1, 2)], directed=True).closeness()[1] == 1, "igraph's closeness ignores direction unless told"
    lacking = ("katz", "voterank", "vote_rank", "load_centrality", "truss", "reaching", "effective_size", "centralization")
    has = [name for name in dir(ig.Graph) if any(x in name.lower() for x in lacking)]
    assert not has, f"igraph has {has}"
    if importlib.util.find_spec("leidenalg"):
        import leidenalg

        potts = leidenalg.CPMVertexPartition(ig.Graph.Ring(4), initial_membership=[0, 0, 1, 1], resolution_parameter=0.5)
        assert potts.quality() == 2 * (2 - 2 * 0.5), "leidenalg's CPM quality is twice the formula"
    else:
        print("not asserted without leidenalg: its CPM quality is twice the formula")

    # gapbs is no source of values: it stops PageRank at 1e-4 unless given -t0, drops the mass of vertices without arcs, and works in float32.


def with_scipy(karate, plain):
    if not importlib.util.find_spec("scipy"):
        print("not asserted without SciPy: NetworkX's PageRank, HITS and effective size")
        return
    hubs, _ = nx.hits(nx.DiGraph([(0, 1), (2, 3)]))
    assert min(hubs.values()) < -0.5, "NetworkX's HITS is negative on two disjoint arcs"
    assert abs(nx.hits(karate)[0][0] - nx.hits(plain)[0][0]) > 1e-3, "NetworkX's HITS reads weights unasked"
    assert abs(nx.pagerank(karate)[0] - nx.pagerank(plain)[0]) > 1e-3, "NetworkX's PageRank reads weights unasked"
    g = nx.gnm_random_graph(2000, 2500, seed=3, directed=True)
    default, tight = nx.pagerank(g), nx.pagerank(g, tol=1e-14, max_iter=1000)
    assert max(abs(default[v] - tight[v]) / tight[v] for v in g) > 0.016, "NetworkX's PageRank stops 1.6 % off"
    loop = [(0, 0), (0, 1), (1, 2)]
    once, twice = nx.pagerank(nx.Graph(loop), tol=1e-14), ig.Graph(n=3, edges=loop).pagerank()
    assert abs(once[0] - twice[0]) > 0.05, "NetworkX's PageRank counts a loop once, igraph's twice"
    reciprocal = nx.DiGraph([(0, 1), (0, 2), (1, 0), (2, 1)])
    try:
        size = nx.effective_size(reciprocal)[0]
    except AttributeError:
        print("not asserted with this SciPy: NetworkX's effective size of 1.333 for Burt's 1.167")
        return
    assert math.isclose(size, 4 / 3), "NetworkX's effective size divides by the strongest tie of the wrong vertex: Burt's is 1.167"


def wrong_groups():
    """The groups of three of connected random graphs for which NetworkX's betweenness is not that of counting paths (networkx#8827)."""
    wrong = 0
    for seed in range(10):
        g = nx.gnm_random_graph(7, 10, seed=seed)
        for s in itertools.combinations(range(7), 3) if nx.is_connected(g) else ():
            through = 0
            for a, b in itertools.combinations([v for v in g if v not in s], 2):
                found = list(nx.all_shortest_paths(g, a, b))
                through += sum(any(v in s for v in path) for path in found) / len(found)
            wrong += not math.isclose(through, nx.group_betweenness_centrality(g, s, normalized=False), abs_tol=1e-9)
    return wrong


def main():
    assert ig.__version__ == "1.0.0" and nx.__version__ == "3.6.1", (ig.__version__, nx.__version__)
    assert_known_defects()
    for c in cases():
        for part in (centrality, load, group, cohesion, weighted_clustering, components, paths, communities, partitions, centralization, mixing, projections):
            part(c)
        for name, values in c.values.items():
            assert all(x is None or math.isfinite(x) for x in values), (c.name, name)
        head = {
            "vertices": c.n,
            "directed": c.directed,
            "sources": [s for s, _ in c.edges],
            "targets": [t for _, t in c.edges],
            "weights": c.weights,
        }
        lines = [f' "{k}": {json.dumps(v)}' for k, v in head.items()]
        lines.append(' "scores": {\n' + ",\n".join(f'  "{k}": {json.dumps(v)}' for k, v in sorted(c.values.items())) + "\n }")
        lines.append(f' "peers": {json.dumps(c.peers)}')
        (HERE / f"{c.name}.json").write_text("{\n" + ",\n".join(lines) + "\n}\n")
        print(c.name, len(c.values))


if __name__ == "__main__":
    main()
