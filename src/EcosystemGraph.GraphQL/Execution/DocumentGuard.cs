using System.Text;
using GraphQLParser;
using GraphQLParser.AST;
using GraphQLParser.Exceptions;

namespace EcosystemGraph.GraphQL.Execution;

/// <summary>
/// Parses a document and refuses what would be dear to validate or to execute. Linear in the document's length, whatever is in it.
/// </summary>
/// <remarks>
/// A lone carriage return before a syntax error crashes the parser (GraphQL-Parser 9.5.1), so line endings are brought to one form first.
/// Fragments are counted once each; sums saturate, so that fragments which double cannot overflow them.
/// </remarks>
internal sealed class DocumentGuard(GraphQLLimits limits)
{
    /// <summary>Brings line endings to the one form that the parser takes.</summary>
    public static string Normalize(string text) =>
        text.Contains('\r', StringComparison.Ordinal) ? text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n') : text;

    /// <summary>Parses a document whose line endings are in one form.</summary>
    /// <exception cref="RequestException">It does not parse, or it exceeds a limit.</exception>
    public GraphQLDocument Parse(string text)
    {
        Check(Encoding.UTF8.GetByteCount(text), limits.MaxDocumentBytes, "maxDocumentBytes", "bytes");
        try
        {
            CountTokens(text);
            var document = Parser.Parse(text, new ParserOptions { Ignore = IgnoreOptions.Comments, MaxDepth = MaxNesting });
            new Count(document, limits).Check();
            return document;
        }
        catch (GraphQLSyntaxErrorException error)
        {
            throw new RequestException(new RequestError(ErrorCode.ParseFailed, error.Description) { Locations = [(error.Location.Line, error.Location.Column)] });
        }
        catch (GraphQLMaxDepthExceededException)
        {
            throw Exceeded("maxNesting", MaxNesting, "levels of braces, brackets and values");
        }
    }

    /// <summary>How deep braces, brackets and values may be nested, so that recursion stays within the stack. The limit on fields is far below.</summary>
    private const int MaxNesting = 128;

    /// <summary>Refuses variables that hold more values than is allowed.</summary>
    /// <exception cref="RequestException">They do.</exception>
    public void Check(IEnumerable<KeyValuePair<string, object?>>? variables)
    {
        if (variables is not null && CountValues(variables.Select(v => v.Value), limits.MaxVariableValues) < 0)
            throw new RequestException(ErrorCode.LimitExceeded, $"the variables hold more than maxVariableValues = {limits.MaxVariableValues} values");
    }

    /// <summary>What is left of the allowance; negative once it is used up. JSON that was read is not nested deeply.</summary>
    private static int CountValues(IEnumerable<object?> values, int left)
    {
        foreach (var value in values)
        {
            if (--left < 0) return left;
            left = value switch
            {
                IDictionary<string, object?> map => CountValues(map.Values, left),
                IEnumerable<object?> list => CountValues(list, left),
                _ => left,
            };
        }

        return left;
    }

    private void CountTokens(string text)
    {
        var (at, count) = (0, 0);
        while (true)
        {
            var token = Lexer.Lex(text, at);
            if (token.Kind == TokenKind.EOF) return;
            Check(++count, limits.MaxTokens, "maxTokens", "tokens");
            at = token.End;
        }
    }

    private static void Check(int value, int limit, string name, string what)
    {
        if (value > limit) throw Exceeded(name, limit, what);
    }

    private static RequestException Exceeded(string name, int limit, string what) =>
        new(ErrorCode.LimitExceeded, $"the document has more than {name} = {limit} {what}");

    /// <summary>Counts a parsed document.</summary>
    private sealed class Count(GraphQLDocument document, GraphQLLimits limits)
    {
        private const int Saturated = 1 << 29;

        private readonly Dictionary<string, Size?> _fragments = new(StringComparer.Ordinal);
        private readonly Dictionary<string, GraphQLFragmentDefinition> _definitions = new(StringComparer.Ordinal);
        private int _aliases;
        private int _directives;

        public void Check()
        {
            foreach (var fragment in document.Definitions.OfType<GraphQLFragmentDefinition>()) _definitions.TryAdd(fragment.FragmentName.Name.StringValue, fragment);
            foreach (var definition in document.Definitions) CountOnce(definition);
            DocumentGuard.Check(_aliases, limits.MaxAliases, "maxAliases", "aliases");
            DocumentGuard.Check(_directives, limits.MaxDirectives, "maxDirectives", "directives");
            foreach (var operation in document.Definitions.OfType<GraphQLOperationDefinition>())
            {
                var size = Measure(operation.SelectionSet);
                DocumentGuard.Check(size.Depth, limits.MaxDepth, "maxDepth", "levels");
                DocumentGuard.Check(size.Roots, limits.MaxRootFields, "maxRootFields", "root fields");
                DocumentGuard.Check(size.Fields, limits.MaxFields, "maxFields", "fields, fragments expanded");
            }
        }

        /// <summary>Counts what is written in a definition, each place once.</summary>
        private void CountOnce(ASTNode node)
        {
            _directives += (node as IHasDirectivesNode)?.Directives?.Count ?? 0;
            if (node is GraphQLField { Alias: not null }) _aliases++;
            if (node is GraphQLOperationDefinition { Variables: { } variables })
            {
                foreach (var variable in variables) _directives += variable.Directives?.Count ?? 0;
            }

            foreach (var selection in (node as IHasSelectionSetNode)?.SelectionSet?.Selections ?? []) CountOnce(selection);
        }

        private Size Measure(GraphQLSelectionSet? selections)
        {
            var sum = default(Size);
            foreach (var selection in selections?.Selections ?? [])
            {
                sum = sum.With(selection switch
                {
                    GraphQLField field => Measure(field.SelectionSet).AsField(),
                    GraphQLInlineFragment inline => Measure(inline.SelectionSet),
                    GraphQLFragmentSpread spread => Measure(spread.FragmentName.Name.StringValue),
                    _ => default,
                });
            }

            return sum;
        }

        private Size Measure(string fragment)
        {
            // A fragment that contains itself is refused by validation; here it only must not go on for ever.
            if (_fragments.TryGetValue(fragment, out var known)) return known ?? default;
            if (!_definitions.TryGetValue(fragment, out var definition)) return default;
            _fragments[fragment] = null;
            var size = Measure(definition.SelectionSet);
            _fragments[fragment] = size;
            return size;
        }

        private readonly record struct Size(int Fields, int Depth, int Roots)
        {
            public Size AsField() => new(Math.Min(Fields + 1, Saturated), Depth + 1, 1);

            public Size With(Size other) => new(Math.Min(Fields + other.Fields, Saturated), Math.Max(Depth, other.Depth), Math.Min(Roots + other.Roots, Saturated));
        }
    }
}
