using EcosystemGraph.Model.Derivations;
using EcosystemGraph.Model.Facts;
using EcosystemGraph.Model.Ontologies;

namespace EcosystemGraph.Model.Changes;

/// <summary>What expressions must meet: the observations, kinds, relations, properties, entities and documents that they name exist, and their values fit.</summary>
internal sealed class ExpressionRules(Ontology ontology, ChangedFacts after, Action<string> report)
{
    public void Check(DerivationExpression expression)
    {
        if (expression.Over is { } over) Check(over);
        foreach (var term in expression.Terms) Check(term, expression.Over);
    }

    public void Check(DerivationTerm term, Selection? over = null)
    {
        switch (term)
        {
            case ExpressionTerm { Expression: var inner }:
                Check(inner);
                break;
            case SelectionTerm { Selection: var selection }:
                Check(selection);
                break;
            case ValuesTerm { Path: var path, Selection: var selection }:
                Check(selection);
                if (path.Property.Length > 0) CheckProperty(path, selection, PropertyType.Decimal);
                break;
            case PropertyTerm { Path: { Entity: { } id } path }:
                CheckEntity(id);
                if (SelectionProperties.OfEntity(ontology, path.Property) is not { Type: PropertyType.Date, IsList: false })
                    report($"'{path}': '{path.Property}' is not a property that is a date");
                break;
            case PropertyTerm { Path: var path }:
                CheckProperty(path, over!, PropertyType.Date);
                break;
        }
    }

    private void Check(Selection selection)
    {
        switch (selection)
        {
            case ObservationSelection { Pattern: var pattern }:
                CheckObservations(pattern);
                break;
            case EntitySelection { Kind: var kind }:
                CheckKind(kind);
                break;
            case RelationSelection { Relation: var relation }:
                CheckRelation(relation);
                break;
        }

        foreach (var condition in selection.Conditions) Check(condition, selection);
    }

    private void Check(SelectionCondition condition, Selection selection)
    {
        switch (condition)
        {
            case IsKind { Kind: var kind }:
                CheckKind(kind);
                break;
            case HasId { Id: var id }:
                CheckEntities(id);
                break;
            case LiesIn { Place: var place }:
                CheckEntities(place);
                break;
            case RelatesTo { Relation: var relation, Id: var id }:
                CheckRelation(relation);
                CheckEntities(id);
                break;
            case Cites { Document: var document }:
                foreach (var id in document.Alternatives.Where(a => !TextPattern.IsWild(a) && after.KindOf(a) != ontology.Document.Name)) report($"'{id}' is not a document");
                break;
            case HasProperty { End: var end, Property: var property }:
                Find(new PropertyPath(null, end, property), selection);
                break;
            case Compares compares:
                if (Find(new PropertyPath(null, compares.End, compares.Property), selection) is { } definition) CheckOperand(compares, definition);
                break;
        }
    }

    private void CheckOperand(Compares compares, PropertyDefinition definition)
    {
        if (compares.Sign == ComparisonSign.Contains && definition.Type is not (PropertyType.String or PropertyType.Id))
            report($"'~' does not apply to '{compares.Property}', which is not a text");
        else if (!definition.TryParse(compares.Value, out _, out var problem))
            report(problem);
    }

    private void CheckProperty(PropertyPath path, Selection selection, PropertyType type)
    {
        if (Find(path, selection) is not { } definition) return;
        if (type == PropertyType.Date ? definition.Type != type || definition.IsList : !definition.IsNumber)
            report($"'{path}' is not a {(type == PropertyType.Date ? "date" : "number")}");
    }

    private PropertyDefinition? Find(PropertyPath path, Selection selection)
    {
        if (IsUnknown(selection)) return null;
        var found = SelectionProperties.Find(ontology, selection, path.End, path.Property);
        if (found is null) report($"'{path}' is not a property of {(path.End == SelectionEnd.Itself ? Name(selection) : $"what stands at '{Selection.Word(path.End)}'")}");
        return found;
    }

    /// <summary>True for a kind that is reported already: nothing can be said of its properties.</summary>
    private bool IsUnknown(Selection selection) => selection switch
    {
        EntitySelection { Kind: var kind } => ontology.Type(kind) is null,
        RelationSelection { Relation: var relation } => ontology.Relation(relation) is null,
        _ => false,
    };

    private static string Name(Selection selection) => selection switch
    {
        EntitySelection { Kind: var kind } => kind,
        RelationSelection { Relation: var relation } => relation,
        _ => "an observation",
    };

    /// <summary>Every alternative must stand for an observation; one whose indicator is open may stand for any.</summary>
    private void CheckObservations(ObservationPattern pattern)
    {
        List<string>? candidates = null;
        foreach (var alternative in pattern.Alternatives())
        {
            if (alternative.IsLiteral ? after.Has(FactType.Observation, alternative.Text) || after.Derives(alternative.Text) : !alternative.Indicator.IsLiteral) continue;
            candidates ??= [.. pattern.Indicator.Alternatives.Where(i => !TextPattern.IsWild(i)).SelectMany(after.ObservationsOf).Where(pattern.MatchesId)];
            if (alternative.IsLiteral || !candidates.Exists(alternative.MatchesId)) report($"'{alternative}' is no observation");
        }
    }

    private void CheckKind(string kind)
    {
        if (ontology.Type(kind) is null) report($"'{kind}' is not a kind or interface of the ontology");
    }

    private void CheckRelation(string relation)
    {
        if (ontology.Relation(relation) is null) report($"'{relation}' is not a kind of relation of the ontology");
    }

    private void CheckEntities(TextPattern pattern)
    {
        foreach (var id in pattern.Alternatives.Where(a => !TextPattern.IsWild(a))) CheckEntity(id);
    }

    private void CheckEntity(string id)
    {
        if (after.KindOf(id) is null) report($"'{id}' is not an entity");
    }
}
