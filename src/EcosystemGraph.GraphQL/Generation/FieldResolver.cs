using EcosystemGraph.GraphQL.Execution;
using GraphQL;
using GraphQL.Resolvers;

namespace EcosystemGraph.GraphQL.Generation;

/// <summary>A resolver that answers at once.</summary>
internal sealed class FieldResolver<TSource>(Func<TSource, IResolveFieldContext, object?> resolve) : IFieldResolver
{
    public ValueTask<object?> ResolveAsync(IResolveFieldContext context)
    {
        Asker.Token = context.CancellationToken;
        return new(resolve((TSource)context.Source!, context));
    }

    /// <summary>The same of something that a source leads to.</summary>
    public FieldResolver<TOther> After<TOther>(Func<TOther, TSource> lead) => new((other, context) => resolve(lead(other), context));
}

/// <summary>A resolver that has to wait.</summary>
internal sealed class WaitingFieldResolver<TSource>(Func<TSource, IResolveFieldContext, Task<object?>> resolve) : IFieldResolver
{
    public ValueTask<object?> ResolveAsync(IResolveFieldContext context) => new(resolve((TSource)context.Source!, context));
}
