using EcosystemGraph.Storage.Sqlite.Schema;

namespace EcosystemGraph.Storage.Sqlite;

/// <summary>How a <see cref="SqliteGraphStore"/> behaves.</summary>
public sealed record SqliteStoreOptions
{
    /// <summary>How long to wait for another program that is writing the file; in whole seconds, at least one.</summary>
    public TimeSpan BusyTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The clock that dates change sets.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>The schema's steps; fewer than all make a file of an older version.</summary>
    internal Migrations Migrations { get; init; } = Migrations.All;

    /// <summary>The most pages that the file may have, as a stand-in for a full disk; null for no limit.</summary>
    internal int? MaxPages { get; init; }
}
