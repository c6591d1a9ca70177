using EcosystemGraph.GraphQL.Nodes;
using GraphQL.Types;

namespace EcosystemGraph.GraphQL.Generation;

/// <summary>The fields of connections and their edges.</summary>
internal static class ConnectionTypes
{
    private static readonly (string Name, Func<Connection, object?> Resolve)[] Fields =
    [
        ("nodes", c => c.Nodes),
        ("edges", c => c.Edges),
        ("pageInfo", c => c.PageInfo),
        ("totalCount", c => c.TotalCount),
    ];

    /// <summary>What answers a connection and its edge of the fixed part.</summary>
    public static void Add(ResolverTable resolvers, string name)
    {
        foreach (var (field, resolve) in Fields) resolvers.For<Connection>(name + "Connection").Field(field, resolve);
    }

    /// <summary>Fills a connection and its edge.</summary>
    public static void FillEntity(TypeCatalog types, ObjectGraphType connection, ObjectGraphType edge, string node)
    {
        Fill(types, connection, node, edge.Name);
        edge.AddField(new FieldType { Name = "cursor", ResolvedType = types.Of("String!"), Resolver = new FieldResolver<Edge>((e, _) => e.Cursor.ToString()) });
        edge.AddField(new FieldType { Name = "node", ResolvedType = types.Of(node + "!"), Resolver = new FieldResolver<Edge>((e, _) => e.Node) });
    }

    /// <summary>Fills a connection, without its aggregate.</summary>
    public static void Fill(TypeCatalog types, ObjectGraphType connection, string node, string edge)
    {
        string[] fieldTypes = [$"[{node}!]!", $"[{edge}!]!", "PageInfo!", "Int!"];
        for (var i = 0; i < Fields.Length; i++)
        {
            var resolve = Fields[i].Resolve;
            connection.AddField(new FieldType
            {
                Name = Fields[i].Name,
                ResolvedType = types.Of(fieldTypes[i]),
                Description = i == 3 ? "How many there are; counted only if asked for." : null,
                Resolver = new FieldResolver<Connection>((c, _) => resolve(c)),
            });
        }
    }
}
