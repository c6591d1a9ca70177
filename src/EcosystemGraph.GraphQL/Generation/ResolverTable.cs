using GraphQL;
using GraphQL.Resolvers;

namespace EcosystemGraph.GraphQL.Generation;

/// <summary>What answers each field of the API's fixed part: one entry for each field of <c>api.graphql</c>, no more and no less.</summary>
internal sealed class ResolverTable
{
    private readonly Dictionary<string, IFieldResolver> _resolvers = new(StringComparer.Ordinal);
    private readonly HashSet<string> _unused = new(StringComparer.Ordinal);

    /// <summary>The fields of one type.</summary>
    /// <typeparam name="TSource">What the type is made from.</typeparam>
    public Fields<TSource> For<TSource>(string type) => new(this, type);

    public IFieldResolver Take(string type, string field)
    {
        var key = $"{type}.{field}";
        _unused.Remove(key);
        return _resolvers.TryGetValue(key, out var resolver) ? resolver : throw new InvalidOperationException($"nothing answers {key}");
    }

    /// <summary>Fails if an entry answers no field.</summary>
    public void ThrowIfUnused()
    {
        if (_unused.Count > 0) throw new InvalidOperationException($"no such field of the API: {string.Join(", ", _unused)}");
    }

    private void Add(string type, string field, IFieldResolver resolver)
    {
        var key = $"{type}.{field}";
        _resolvers.Add(key, resolver);
        _unused.Add(key);
    }

    /// <summary>Entries of one type.</summary>
    public readonly struct Fields<TSource>(ResolverTable table, string type)
    {
        /// <summary>A field that needs no arguments.</summary>
        public Fields<TSource> Field(string name, Func<TSource, object?> resolve) => Field(name, (source, _) => resolve(source));

        /// <summary>A field with arguments.</summary>
        public Fields<TSource> Field(string name, Func<TSource, IResolveFieldContext, object?> resolve)
        {
            table.Add(type, name, new FieldResolver<TSource>(resolve));
            return this;
        }

        /// <summary>A field that has to wait.</summary>
        public Fields<TSource> FieldAsync(string name, Func<TSource, IResolveFieldContext, Task<object?>> resolve)
        {
            table.Add(type, name, new WaitingFieldResolver<TSource>(resolve));
            return this;
        }
    }
}
