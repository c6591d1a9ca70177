using CsCheck;
using EcosystemGraph.Model.Changes;
using EcosystemGraph.Model.Facts;

namespace EcosystemGraph.TestKit.Facts;

/// <summary>Generators of change sets that meet one another: few keys, both layers, removals of what may not be there.</summary>
public static class GenChangeSet
{
    private static readonly Gen<Fact> Versioned = Gen.Select(
        Gen.OneOf("baidu", "aiia", "niu"), Gen.OneOf("Table 1", "Table 2"), Gen.OneOf<string?>(null, "", "A", "B"), Gen.Bool,
        (id, locator, name, isRelation) => isRelation
            ? (Fact)new RelationStatement { Kind = "KNOWS", From = id, To = "x", Note = name, Citations = [new Citation("doc", locator)] }
            : new EntityStatement { Id = id, Kind = "Company", Name = name, Citations = [new Citation("doc", locator)] });

    /// <summary>A history: change sets one after another, some of them retries, some of them with a new manifest.</summary>
    public static readonly Gen<ChangeSet[]> History = Gen.Select(
        Gen.Int[0, 30], Gen.Enum<Origin>(), Versioned.List[0, 4], Versioned.List[0, 3], Gen.Frequency((4, Gen.Const(-1)), (1, Gen.Int[0, 2])),
        (id, origin, upserts, removals, manifest) =>
        {
            var added = upserts.DistinctBy(fact => fact.Key).ToArray();
            var addedKeys = added.Select(fact => fact.Key).ToHashSet();
            return new ChangeSet
            {
                Id = $"change-{id}",
                Origin = origin,
                Upserts = added,
                Removals = [.. removals.Select(fact => fact.Key).Distinct().Where(key => !addedKeys.Contains(key))],
                Manifest = manifest < 0 ? null : new BundleManifest("bundle", "Title", "", "type Company { a: Int }", $"{manifest}"),
            };
        }).Array[0, 20];
}
