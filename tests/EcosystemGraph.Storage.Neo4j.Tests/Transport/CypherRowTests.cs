using EcosystemGraph.Storage.Neo4j.Transport;

namespace EcosystemGraph.Storage.Neo4j.Tests.Transport;

/// <summary>A row gives its values by place and by name, and says what is wrong with what it was asked for.</summary>
public sealed class CypherRowTests
{
    private static readonly CypherFields Fields = new(["id", "count", "name"]);
    private static readonly object?[] Values = ["baidu", 3L, null];

    [Fact]
    public void Values_are_found_by_place_and_by_name()
    {
        var row = new CypherRow(Fields, Values);
        Assert.Equal("baidu", row.Get<string>(0));
        Assert.Equal(3L, row["count"]);
        Assert.Null(row.Find<string>(2));
    }

    [Fact]
    public void A_column_that_is_not_there_is_named_beside_those_that_are() =>
        Assert.Equal("there is no column 'size'; the columns are id, count, name", Assert.Throws<KeyNotFoundException>(() => new CypherRow(Fields, Values)["size"]).Message);

    [Fact]
    public void A_value_of_another_type_is_shown()
    {
        Assert.Equal(
            "the column 'count' holds '3' (Int64); expected String", Assert.Throws<InvalidCastException>(() => new CypherRow(Fields, Values).Get<string>(1)).Message);
        Assert.Equal("the column 'name' holds null; expected String", Assert.Throws<InvalidCastException>(() => new CypherRow(Fields, Values).Get<string>(2)).Message);
    }
}
