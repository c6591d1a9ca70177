using EcosystemGraph.Model.Values;
using GraphQL.Types;
using GraphQLParser.AST;

namespace EcosystemGraph.GraphQL.Scalars;

/// <summary><c>Date</c>: a <see cref="PartialDate"/>, written in EDTF.</summary>
internal sealed class DateScalar : ScalarGraphType
{
    public DateScalar() => Name = "Date";

    /// <inheritdoc/>
    public override object? ParseLiteral(GraphQLValue value) => value switch
    {
        GraphQLStringValue text => PartialDate.Parse(text.Value.ToString()),
        GraphQLIntValue year => PartialDate.Parse(year.Value.ToString()),
        GraphQLNullValue => null,
        _ => ThrowLiteralConversionError(value),
    };

    /// <inheritdoc/>
    public override bool CanParseLiteral(GraphQLValue value) => value switch
    {
        GraphQLStringValue text => PartialDate.TryParse(text.Value.ToString(), out _),
        GraphQLIntValue year => PartialDate.TryParse(year.Value.ToString(), out _),
        GraphQLNullValue => true,
        _ => false,
    };

    /// <inheritdoc/>
    public override object? ParseValue(object? value) => value switch
    {
        PartialDate date => date,
        string text => PartialDate.Parse(text),
        int year => PartialDate.Parse(year.ToString("D4", null)),
        null => null,
        _ => ThrowValueConversionError(value),
    };

    /// <inheritdoc/>
    public override object? Serialize(object? value) => (value as PartialDate)?.Text;

    /// <inheritdoc/>
    public override GraphQLValue ToAST(object? value) =>
        value is PartialDate date ? new GraphQLStringValue(date.Text) : new GraphQLNullValue();
}
