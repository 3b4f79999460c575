"""
Makes networkx.json, the graphs and figures that networkx.test.ts compares with, and with a folder of the world's files
also world-lists.json, which test/world/structure.test.ts compares with. Distances of the world are by igraph, since
networkx would take hours.

    python3 -m venv venv && venv/bin/pip install networkx==3.6.1 numpy==2.4.6 scipy==1.17.1 igraph==1.0.0
    venv/bin/python test/analytics/structure/make-networkx-fixture.py [FOLDER]
    npm run format
"""

import json
import math
import sys
from collections import Counter
from pathlib import Path

import igraph
import networkx as nx

HERE = Path(__file__).parent


def largest_component(graph):
    """Of equally large ones that with the smallest node."""
    return min(nx.connected_components(graph), key=lambda component: (-len(component), min(component)))


def pairs_at_distances(graph):
    counts = Counter()
    for source, lengths in nx.all_pairs_shortest_path_length(graph):
        counts.update(length for target, length in lengths.items() if source < target)
    return counts


def pairs_at_distances_fast(graph):
    bins = igraph.Graph.from_networkx(graph).path_length_hist(directed=False).bins()
    return {int(start): count for start, _, count in bins}


def distances(graph, count):
    largest = graph.subgraph(largest_component(graph))
    counts = count(largest)
    pairs = sum(counts.values())
    return {
        "nodes": len(largest),
        "diameter": max(counts),
        "mean": sum(length * count for length, count in counts.items()) / pairs,
        "distribution": [[length, counts[length]] for length in sorted(counts)],
    }


def figures(graph, count=pairs_at_distances):
    degrees = dict(graph.degree())
    correlation = nx.degree_assortativity_coefficient(graph)
    cores = Counter(nx.core_number(graph).values())
    return {
        "nodes": len(graph),
        "edges": graph.number_of_edges(),
        "components": sorted((len(component) for component in nx.connected_components(graph)), reverse=True),
        "degrees": [[degree, count] for degree, count in enumerate(nx.degree_histogram(graph)) if count > 0],
        "density": nx.density(graph),
        "triangles": sum(nx.triangles(graph).values()) // 3,
        "wedges": sum(degree * (degree - 1) // 2 for degree in degrees.values()),
        # networkx has 0 for a graph without wedges.
        "transitivity": nx.transitivity(graph) if max(degrees.values()) > 1 else None,
        "averageClustering": nx.average_clustering(graph),
        "degreeAssortativity": None if math.isnan(correlation) else correlation,
        "shells": [[k, cores[k]] for k in sorted(cores)],
        "distances": distances(graph, count),
        "modularity": max(
            nx.community.modularity(graph, nx.community.louvain_communities(graph, seed=seed)) for seed in range(5)
        ),
    }


def parts_without(graph, node):
    component = graph.subgraph(nx.node_connected_component(graph, node))
    rest = nx.restricted_view(component, [node], [])
    return sorted((len(part) for part in nx.connected_components(rest)), reverse=True)


def sides_without(graph, a, b):
    rest = nx.restricted_view(graph, [], [(a, b)])
    return [len(nx.node_connected_component(rest, end)) for end in (a, b)]


def by_node(graph, values):
    return [float(f"{values[node]:.10g}") for node in sorted(graph)]


def case(name, graph):
    graph = nx.Graph(graph.edges())
    digits = len(str(len(graph)))
    numbers = {node: f"n{number:0{digits}}" for number, node in enumerate(graph)}
    graph = nx.relabel_nodes(graph, numbers)
    graph = nx.Graph([(u, v) for u, v in graph.edges() if u != v])
    count = len(graph)
    edges = sorted(sorted(edge) for edge in graph.edges())
    return {
        "name": name,
        "edges": [" ".join(edge) for edge in edges],
        "figures": figures(graph),
        "pageRank": by_node(graph, nx.pagerank(graph, alpha=0.85, tol=1e-13 / count, max_iter=1000)),
        "betweenness": by_node(graph, nx.betweenness_centrality(graph)),
        "core": by_node(graph, nx.core_number(graph)),
        "clustering": by_node(graph, nx.clustering(graph)),
        "articulationPoints": [[node, parts_without(graph, node)] for node in sorted(nx.articulation_points(graph))],
        "bridges": [[*edge, sides_without(graph, *edge)] for edge in sorted(sorted(edge) for edge in nx.bridges(graph))],
    }


CASES = [
    case("one edge", nx.path_graph(2)),
    case("two edges apart", nx.disjoint_union(nx.path_graph(2), nx.path_graph(2))),
    case("a path of six", nx.path_graph(6)),
    case("a ring of seven", nx.cycle_graph(7)),
    case("a star of eight", nx.star_graph(8)),
    case("five that all know one another", nx.complete_graph(5)),
    case("three and four in two classes", nx.complete_bipartite_graph(3, 4)),
    case("Petersen's graph", nx.petersen_graph()),
    case("a barbell", nx.barbell_graph(5, 3)),
    case("a lollipop", nx.lollipop_graph(6, 4)),
    case("a windmill", nx.windmill_graph(4, 3)),
    case("a tree", nx.balanced_tree(2, 4)),
    case("a grid", nx.grid_2d_graph(5, 6)),
    case("Zachary's karate club", nx.karate_club_graph()),
    case("Les Misérables", nx.les_miserables_graph()),
    case("Florentine families", nx.florentine_families_graph()),
    case(
        "a ring, a star, a clique and an edge apart",
        nx.disjoint_union_all([nx.cycle_graph(5), nx.star_graph(4), nx.complete_graph(4), nx.path_graph(2)]),
    ),
    case("random, in many pieces", nx.gnm_random_graph(80, 60, seed=1)),
    case("random, in few pieces", nx.gnm_random_graph(80, 120, seed=2)),
    case("random, dense", nx.gnm_random_graph(40, 300, seed=3)),
    case("grown by preference", nx.barabasi_albert_graph(90, 2, seed=4)),
    case("grown by preference, clustered", nx.powerlaw_cluster_graph(90, 3, 0.6, seed=5)),
    case("a small world", nx.watts_strogatz_graph(80, 4, 0.1, seed=6)),
    case("three groups", nx.random_partition_graph([20, 20, 20], 0.4, 0.02, seed=7)),
]


def world_list(folder, lists):
    graph = nx.Graph()
    for line in (folder / "world-twinnings.tsv").read_text(encoding="utf-8").splitlines()[1:]:
        a, b, sources = line.split("\t")
        if a != b and (lists == "" or lists in sources):
            graph.add_edge(a, b)
    return figures(graph, pairs_at_distances_fast)


def write(name, content):
    text = json.dumps({"networkx": nx.__version__, **content}, ensure_ascii=False)
    (HERE / name).write_text(text + "\n", encoding="utf-8")


write("networkx.json", {"graphs": CASES})
if len(sys.argv) > 1:
    world = Path(sys.argv[1])
    write(
        "world-lists.json",
        {"lists": {"any": world_list(world, ""), "Wikidata": world_list(world, "D"), "Wikipedia": world_list(world, "W")}},
    )
