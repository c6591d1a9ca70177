using EcosystemGraph.App;
using EcosystemGraph.App.Commands;
using EcosystemGraph.App.Output;

// serve, load, validate, query, about: Commands/, one file each, listed in CommandLine
// what they are told:                  Options/   (settings files, environment, flags)
// what they work on:                   Graphs/    (the store, the bundle and the live graph)
// what they serve:                     Hosting/   (Kestrel, health, the page, headers)
// what they print:                     Output/    (terminal, progress, tables, the line of an error)
InvariantCulture.Use();
return await CommandLine.RunAsync(args, Terminal.OfProcess());
