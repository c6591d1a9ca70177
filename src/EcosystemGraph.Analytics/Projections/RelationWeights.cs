using System.Globalization;
using EcosystemGraph.Kernels;
using EcosystemGraph.Model.Snapshots;
using EcosystemGraph.Query;

namespace EcosystemGraph.Analytics.Projections;

/// <summary>What a relation weighs in a projection.</summary>
internal sealed class RelationWeights(GraphSnapshot snapshot, ProjectionSpec spec)
{
    /// <summary>The relation's weight; 1 if the projection has none or the relation states none.</summary>
    /// <exception cref="QueryException">BAD_ARGUMENT: the stated weight is negative or out of range.</exception>
    public double Of(int relation)
    {
        if (spec.Weight is not { } property || snapshot.Relations.Property(relation, property) is not { } value) return 1;
        var weight = Convert.ToDouble(value, CultureInfo.InvariantCulture);
        if (weight is 0 or (>= CsrGraph.MinWeight and <= CsrGraph.MaxWeight)) return weight;
        throw new QueryException(QueryErrorCode.BadArgument,
            $"projection '{spec.Id}': the weight '{property}' of the relation '{snapshot.Relations.Id(relation)}' is {value}, expected 0 or from {CsrGraph.MinWeight:R} to {CsrGraph.MaxWeight:R}");
    }
}
