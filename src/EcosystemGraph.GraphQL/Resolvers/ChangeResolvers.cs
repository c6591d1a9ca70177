using EcosystemGraph.GraphQL.Execution;
using EcosystemGraph.GraphQL.Generation;
using EcosystemGraph.GraphQL.Inputs;
using EcosystemGraph.Model.Changes;
using EcosystemGraph.Model.Values;
using GraphQL;

namespace EcosystemGraph.GraphQL.Resolvers;

/// <summary>What answers <c>apply</c>.</summary>
internal static class ChangeResolvers
{
    private static readonly string[] Lists = ["entities", "relations", "observations", "removals"];

    public static void Add(ResolverTable resolvers)
    {
        resolvers.For<RequestScope>("Mutation").FieldAsync("apply", ApplyAsync);
        resolvers.For<ChangeResult>("ChangeResult")
            .Field("revision", r => r.Revision)
            .Field("alreadyApplied", r => r.AlreadyApplied)
            .Field("began", r => r.Delta?.Opened.Count ?? 0)
            .Field("ended", r => r.Delta?.Closed.Count ?? 0);
    }

    private static async Task<object?> ApplyAsync(RequestScope scope, IResolveFieldContext context)
    {
        if (scope.Services.ReadOnly) throw new RequestException(ErrorCode.ReadOnly, "this service takes no changes");
        var input = context.Get<IDictionary<string, object?>>("changes")!;
        var limit = scope.Services.Limits.MaxChanges;
        var count = Lists.Sum(name => input.List<object>(name)?.Count ?? 0);
        if (count > limit) throw new RequestException(ErrorCode.LimitExceeded, $"the change set holds {count} facts and removals; at most maxChanges = {limit} are taken at once");

        return await scope.Services.Graph.ApplyAsync(Names.Normalize(input.Get<string>("id")!), snapshot => new ChangeSetReader(snapshot).Read(input), context.CancellationToken)
            .ConfigureAwait(false);
    }
}
