using System.Collections.Frozen;
using EcosystemGraph.Model.Values;

namespace EcosystemGraph.GraphQL.Inputs;

/// <summary>The names that the API uses for the values of an enum of ours: <c>AtLeast</c> is <c>AT_LEAST</c>.</summary>
internal static class EnumText<T> where T : struct, Enum
{
    private static readonly FrozenDictionary<T, string> Texts = Enum.GetValues<T>().ToFrozenDictionary(v => v, v => Names.ToUpperSnake(v.ToString()));
    private static readonly FrozenDictionary<string, T> Values = Texts.ToFrozenDictionary(p => p.Value, p => p.Key);

    public static string Of(T value) => Texts[value];

    public static T Read(string text) => Values[text];
}
