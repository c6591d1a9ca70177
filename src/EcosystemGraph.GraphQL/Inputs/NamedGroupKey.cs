using EcosystemGraph.Query;
using EcosystemGraph.Query.Aggregates;

namespace EcosystemGraph.GraphQL.Inputs;

/// <summary>A key to group by, with the name that the answer gives it.</summary>
/// <param name="Name">The way to it: <c>headquarters.kind</c>.</param>
/// <param name="Key">The key.</param>
/// <param name="Steps">How many relations it follows.</param>
internal sealed record NamedGroupKey(string Name, GroupKey Key, int Steps = 0)
{
    /// <summary>How many relations a key may follow: each step multiplies what is read.</summary>
    public const int MaxSteps = 3;

    /// <summary>How many keys may be combined.</summary>
    public const int MaxKeys = 5;

    /// <summary>A key that is switched on.</summary>
    /// <exception cref="QueryException">It is switched off.</exception>
    public static NamedGroupKey On(string name, object value, GroupKey key) =>
        value is true ? new NamedGroupKey(name, key) : throw new QueryException(QueryErrorCode.BadArgument, $"groupBy: {name} is false; expected true, or another key");

    /// <summary>The key of a related entity.</summary>
    /// <exception cref="QueryException">The way is too long.</exception>
    public static NamedGroupKey Through(Model.Ontologies.RelationField field, RelatedKey inner)
    {
        var steps = 1 + (inner.Key?.Steps ?? 0);
        if (steps > MaxSteps) throw new QueryException(QueryErrorCode.LimitExceeded, $"groupBy: {field.Name}.{inner.Key!.Name} follows {steps} relations; at most {MaxSteps} are followed");
        return new NamedGroupKey(inner.Key is null ? field.Name : $"{field.Name}.{inner.Key.Name}", new ByRelatedKey(field, inner.Key?.Key), steps);
    }
}

/// <summary>A key of a related entity; null for the entity itself.</summary>
internal sealed record RelatedKey(NamedGroupKey? Key);
