using EcosystemGraph.Model.Ontologies;
using EcosystemGraph.Model.Projections;
using EcosystemGraph.Query.Views;

namespace EcosystemGraph.Analytics.Projections;

/// <summary>
/// Collapses a meta-path: two entities are joined where a walk of that form leads from one to the other, with the number of such walks as weight (the sum of the
/// products of their relations' weights, where the projection has weights).
/// </summary>
/// <remarks>
/// Parallel relations are one step; without a weight they count once. A walk that ends where it began joins nothing. Where the path is mirrored, the two
/// entities beside its middle differ: "companies in one alliance" are pairs of companies, and so are the pairs behind two cities. On an undirected projection
/// a walk and its reverse are one. Computed by sparse products from the middle outwards, or from left to right where the path is not mirrored.
/// </remarks>
internal static class PathCollapse
{
    public static void Collapse(GraphView view, ProjectionSpec spec, MetaPath path, int[] vertices, EdgeList edges, int threads, CancellationToken cancellationToken)
    {
        var mirrored = path.IsMirrored;
        var product = mirrored ? Mirrored(view, spec, path, threads, cancellationToken) : Straight(view, spec, path, threads, cancellationToken);
        var starts = view.Entities(path.Start);
        var ends = view.Entities(path.End);
        edges.Expect(product.EntryCount);
        var pairs = new List<(int Source, int Target, double Weight)>();
        for (var r = 0; r < product.RowCount; r++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var source = vertices[starts[r]];
            var columns = product.Columns(r);
            var values = product.Values(r);
            for (var i = 0; i < columns.Length; i++)
            {
                var target = vertices[ends[columns[i]]];
                if (source == target) continue;
                if (spec.Directed || mirrored) edges.Add(source, target, values[i], -1);
                else pairs.Add((Math.Min(source, target), Math.Max(source, target), values[i]));
            }
        }

        // There and back are at most two of each pair, whose sum is the same in either order.
        pairs.Sort(static (a, b) => a.Source != b.Source ? a.Source.CompareTo(b.Source) : a.Target.CompareTo(b.Target));
        for (var i = 0; i < pairs.Count; i++)
        {
            var (source, target, weight) = pairs[i];
            if (i + 1 < pairs.Count && pairs[i + 1].Source == source && pairs[i + 1].Target == target) weight += pairs[++i].Weight;
            edges.Add(source, target, weight, -1);
        }
    }

    /// <summary>From the middle outwards; of an undirected projection one half, for it is symmetric.</summary>
    private static SparseMatrix Mirrored(GraphView view, ProjectionSpec spec, MetaPath path, int threads, CancellationToken cancellationToken)
    {
        var half = path.Steps.Count / 2;
        SparseMatrix? product = null;
        for (var i = half - 1; i >= 0; i--)
        {
            var step = Step(view, spec, path, i, cancellationToken);
            var back = step.Transpose();
            var kept = i == 0 && !spec.Directed ? Entries.AboveDiagonal : product is null ? Entries.OffDiagonal : Entries.All;
            product = (product is null ? step : step.Multiply(product, Entries.All, threads, cancellationToken)).Multiply(back, kept, threads, cancellationToken);
        }

        return product!;
    }

    private static SparseMatrix Straight(GraphView view, ProjectionSpec spec, MetaPath path, int threads, CancellationToken cancellationToken)
    {
        var product = Step(view, spec, path, 0, cancellationToken);
        for (var i = 1; i < path.Steps.Count; i++)
            product = product.Multiply(Step(view, spec, path, i, cancellationToken), Entries.All, threads, cancellationToken);
        return product;
    }

    /// <summary>One step as a matrix: rows and columns are the seen entities of its two kinds, in ordinal order.</summary>
    private static SparseMatrix Step(GraphView view, ProjectionSpec spec, MetaPath path, int index, CancellationToken cancellationToken)
    {
        var step = path.Steps[index];
        var from = view.Entities(index == 0 ? path.Start : path.Steps[index - 1].To);
        var to = view.Entities(step.To);
        var columns = new int[view.Snapshot.Entities.Capacity];
        Array.Fill(columns, -1);
        for (var c = 0; c < to.Count; c++) columns[to[c]] = c;
        var relations = view.Snapshot.Relations;
        var weights = new RelationWeights(view.Snapshot, spec);
        return SparseMatrix.FromRows(from.Count, to.Count, (row, entries) =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (step.Direction != RelationDirection.In)
            {
                foreach (var relation in relations.Out(from[row], step.Relation)) Enter(entries, relation, relations.To(relation));
            }

            if (step.Direction != RelationDirection.Out)
            {
                foreach (var relation in relations.In(from[row], step.Relation))
                {
                    // Either way, a loop stands in both lists and is one relation.
                    if (step.Direction == RelationDirection.In || relations.From(relation) != from[row]) Enter(entries, relation, relations.From(relation));
                }
            }
        });

        void Enter(SortedDictionary<int, double> entries, int relation, int other)
        {
            var column = columns[other];
            if (column < 0 || relations.Confidence(relation) < spec.MinConfidence || !view.SeesRelation(relation)) return;
            if (spec.Weight is null) entries[column] = 1;
            else Add(entries, column, weights.Of(relation));
        }
    }

    private static void Add<TKey>(SortedDictionary<TKey, double> sums, TKey key, double value) where TKey : notnull =>
        sums[key] = sums.GetValueOrDefault(key) + value;
}
