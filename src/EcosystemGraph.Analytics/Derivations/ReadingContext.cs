using EcosystemGraph.Model.Derivations;
using EcosystemGraph.Model.Snapshots;
using EcosystemGraph.Query.Views;

namespace EcosystemGraph.Analytics.Derivations;

/// <summary>What the computation of one expression reads from, and what it has read. The first reason why there is no figure is kept.</summary>
/// <param name="view">What is seen.</param>
/// <param name="source">Where observations are found.</param>
/// <param name="zeroIsKnown">True if there may be none of what is counted; false if what is not recorded is not known to be none.</param>
/// <param name="cancellation">Stops it.</param>
internal sealed class ReadingContext(GraphView view, FigureSource source, bool zeroIsKnown, CancellationToken cancellation)
{
    public GraphView View => view;

    public bool ZeroIsKnown => zeroIsKnown;

    /// <summary>Why there is no figure; null while nothing stands against one.</summary>
    public string? Undetermined { get; private set; }

    /// <summary>What was read.</summary>
    public Evidence Evidence { get; } = new(view);

    /// <summary>Says why there is no figure, unless that is said already.</summary>
    public void Fail(string reason) => Undetermined ??= reason;

    /// <summary>The entities or relations of a selection.</summary>
    public SelectedThings Things(Selection selection) => SelectedThings.Of(view, selection, cancellation);

    /// <summary>The observations of a selection; every alternative must stand for one.</summary>
    public List<Observation> Observations(ObservationSelection selection)
    {
        var found = source.Select(selection.Pattern, out var missing);
        if (missing is not null) Fail($"there is no observation '{missing}'");
        var test = ConditionTests.CompileObservations(view, selection);
        found.RemoveAll(o => !test(o));
        foreach (var observation in found) Evidence.Add(observation);
        return found;
    }

    /// <summary>Notes that an entity or relation was read.</summary>
    public void Enter(SelectedThings things, int item)
    {
        Evidence.AddEntity(things.EntityAt(item, SelectionEnd.Itself));
        if (things.AreRelations) Evidence.AddRelation(item);
    }
}
