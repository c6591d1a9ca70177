using System.Globalization;
using EcosystemGraph.Model.Ontologies;
using EcosystemGraph.Model.Values;
using EcosystemGraph.Query.Filters;
using EcosystemGraph.Query.Paging;

namespace EcosystemGraph.Query.Fields;

/// <summary>The values of one type: how they are compared and sorted.</summary>
internal abstract class ValueDomain
{
    public static ValueDomain Text { get; } = new TextDomain();

    public static ValueDomain Id { get; } = new IdDomain();

    public static ValueDomain Number { get; } = new NumberDomain();

    public static ValueDomain Boolean { get; } = new BooleanDomain();

    public static ValueDomain Date { get; } = new DateDomain();

    /// <summary>True if values are texts, which can also be searched for a part.</summary>
    public virtual bool IsText => false;

    public static ValueDomain Of(PropertyDefinition property) => property.Type switch
    {
        PropertyType.String => Text,
        PropertyType.Id => Id,
        PropertyType.Boolean => Boolean,
        PropertyType.Date => Date,
        PropertyType.Enum => new EnumDomain(property.Enum!),
        _ => Number,
    };

    public static ValueDomain OfEnum<TEnum>() where TEnum : struct, Enum =>
        new EnumDomain(new EnumDefinition(typeof(TEnum).Name, [.. Enum.GetNames<TEnum>().Select(n => new EnumValue(Names.ToUpperSnake(n), null))], null));

    /// <summary>Checks an operand and brings it to the form that comparisons take; null if it is not of this type.</summary>
    public abstract object? Operand(object operand);

    /// <summary>What operands are, for messages.</summary>
    public abstract string Expected { get; }

    /// <summary>Compares a value with an operand by <c>Eq</c>, <c>Gt</c>, <c>Gte</c>, <c>Lt</c> or <c>Lte</c>.</summary>
    public abstract bool Holds(ValueOperator op, object value, object operand);

    /// <summary>The value as an order compares it.</summary>
    public abstract SortValue ToSort(object value);

    private static bool Holds(ValueOperator op, int order) => op switch
    {
        ValueOperator.Eq => order == 0,
        ValueOperator.Gt => order > 0,
        ValueOperator.Gte => order >= 0,
        ValueOperator.Lt => order < 0,
        ValueOperator.Lte => order <= 0,
        _ => throw new ArgumentOutOfRangeException(nameof(op), op, null),
    };

    /// <summary>Texts: equal if they are the same; greater and less by their folded forms, as they are sorted.</summary>
    private sealed class TextDomain : ValueDomain
    {
        public override bool IsText => true;

        public override string Expected => "a text";

        public override object? Operand(object operand) => operand is string text ? Names.Normalize(text) : null;

        public override bool Holds(ValueOperator op, object value, object operand) =>
            op == ValueOperator.Eq ? (string)value == (string)operand : Holds(op, string.CompareOrdinal(Names.Fold((string)value), Names.Fold((string)operand)));

        public override SortValue ToSort(object value) => SortValue.Of(Names.Fold((string)value));
    }

    /// <summary>Ids: by the text itself.</summary>
    private sealed class IdDomain : ValueDomain
    {
        public override bool IsText => true;

        public override string Expected => "an id";

        public override object? Operand(object operand) => operand is string text ? text.Trim() : null;

        public override bool Holds(ValueOperator op, object value, object operand) => Holds(op, string.CompareOrdinal((string)value, (string)operand));

        public override SortValue ToSort(object value) => SortValue.Of((string)value);
    }

    /// <summary>Numbers, across their types: as decimals where both are exact, else as doubles.</summary>
    private sealed class NumberDomain : ValueDomain
    {
        public override string Expected => "a number";

        public override object? Operand(object operand) => operand switch
        {
            int or decimal => operand,
            long whole => (decimal)whole,
            double real when double.IsFinite(real) => real,
            float real when float.IsFinite(real) => Widen(real),
            _ => null,
        };

        public override bool Holds(ValueOperator op, object value, object operand) => Holds(op, Compare(value, operand));

        public override SortValue ToSort(object value) => SortValue.Of(value);

        private static int Compare(object a, object b) =>
            a is double || b is double
                ? Convert.ToDouble(a, CultureInfo.InvariantCulture).CompareTo(Convert.ToDouble(b, CultureInfo.InvariantCulture))
                : Convert.ToDecimal(a, CultureInfo.InvariantCulture).CompareTo(Convert.ToDecimal(b, CultureInfo.InvariantCulture));
    }

    private sealed class BooleanDomain : ValueDomain
    {
        public override string Expected => "true or false";

        public override object? Operand(object operand) => operand as bool?;

        public override bool Holds(ValueOperator op, object value, object operand) => Holds(op, ((bool)value).CompareTo((bool)operand));

        public override SortValue ToSort(object value) => SortValue.Of((bool)value ? 1 : 0);
    }

    /// <summary>Dates as intervals of days; sorted by their start.</summary>
    private sealed class DateDomain : ValueDomain
    {
        public override string Expected => "a date";

        public override object? Operand(object operand) => operand as PartialDate ?? (operand is string text && PartialDate.TryParse(text, out var date) ? date : null);

        public override bool Holds(ValueOperator op, object value, object operand)
        {
            var (date, other) = ((PartialDate)value, (PartialDate)operand);
            return op switch
            {
                ValueOperator.Eq => other.Contains(date),
                ValueOperator.Gt => date.Start > other.End,
                ValueOperator.Gte => date.Start >= other.Start,
                ValueOperator.Lt => date.End < other.Start,
                ValueOperator.Lte => date.End <= other.End,
                _ => throw new ArgumentOutOfRangeException(nameof(op), op, null),
            };
        }

        public override SortValue ToSort(object value) => SortValue.Of(((PartialDate)value).Start);
    }

    /// <summary>Values of an enum, in the order in which it declares them.</summary>
    private sealed class EnumDomain(EnumDefinition definition) : ValueDomain
    {
        private readonly Dictionary<string, int> _places = definition.Values.Select((v, i) => (v.Name, i)).ToDictionary(v => v.Name, v => v.i, StringComparer.Ordinal);

        public override string Expected => $"one of {string.Join(", ", _places.Keys)}";

        public override object? Operand(object operand) => operand is string name && _places.ContainsKey(name) ? name : null;

        public override bool Holds(ValueOperator op, object value, object operand) => Holds(op, Place(value).CompareTo(Place(operand)));

        public override SortValue ToSort(object value) => SortValue.Of(Place(value));

        private int Place(object value) => _places.GetValueOrDefault((string)value, int.MaxValue);
    }

    /// <summary>A confidence as the figure that it was written as: .8, not .800000012.</summary>
    public static double Widen(float confidence) => Math.Round((double)confidence, 6);
}
