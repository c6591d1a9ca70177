using EcosystemGraph.Model.Facts;
using EcosystemGraph.Storage.Neo4j.Writing;
using EcosystemGraph.TestKit.Facts;

namespace EcosystemGraph.Storage.Neo4j.Tests.Writing;

/// <summary>Relations are divided so that blocks without a common region have no common node.</summary>
public sealed class RelationBlocksTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(8)]
    [InlineData(64)]
    public void Blocks_have_every_relation_once_and_nodes_in_common_only_where_they_share_a_region(int regions)
    {
        RelationStatement[] relations = [.. SyntheticGraph.Facts(100, 1_000).OfType<RelationStatement>()];
        var blocks = new RelationBlocks(regions).Divide(relations, r => r).ToArray();
        Assert.Equal(relations.Order(ById), blocks.SelectMany(b => b.Relations.Select(r => r.Relation)).Order(ById));
        Assert.InRange(blocks.Length, 1, regions * (regions + 1) / 2);

        var nodes = blocks.Select(b => b.Relations.SelectMany(r => new[] { r.Relation.From, r.Relation.To }).ToHashSet(StringComparer.Ordinal)).ToArray();
        for (var i = 0; i < blocks.Length; i++)
        {
            Assert.Equal(blocks[i].Relations.OrderBy(r => r.From).ThenBy(r => r.To), blocks[i].Relations);
            for (var j = 0; j < i; j++)
            {
                if ((blocks[i].Regions & blocks[j].Regions) == 0) Assert.False(nodes[i].Overlaps(nodes[j]));
            }
        }
    }

    [Theory]
    [InlineData(1_000_000, 10_000, 2, 8)]
    [InlineData(1_000_000, 10_000, 16, 19)]
    [InlineData(100_000_000, 10_000, 16, 64)]
    [InlineData(20_000, 10_000, 2, 2)]
    [InlineData(10, 10_000, 2, 1)]
    [InlineData(1_000_000, 10_000, 1, 1)]
    public void Small_loads_are_not_cut_into_small_pieces(int relations, int batch, int lanes, int expected) =>
        Assert.Equal(expected, RelationBlocks.RegionsFor(relations, batch, lanes));

    private static readonly Comparer<RelationStatement> ById = Comparer<RelationStatement>.Create((a, b) => string.CompareOrdinal(a.Id, b.Id));
}
