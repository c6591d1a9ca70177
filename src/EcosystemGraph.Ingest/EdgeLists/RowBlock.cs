namespace EcosystemGraph.Ingest.EdgeLists;

/// <summary>A part of a file that starts and ends with a row.</summary>
/// <param name="Number">Its number, from 0.</param>
/// <param name="Bytes">The bytes, and at least <see cref="CellScanner.Slack"/> more.</param>
/// <param name="Length">How many there are.</param>
/// <param name="Line">The line that it starts with, from 1.</param>
/// <param name="Lines">How many lines end in it.</param>
internal readonly record struct RowBlock(int Number, byte[] Bytes, int Length, int Line, int Lines);
