namespace EcosystemGraph.Storage.Neo4j.Transport;

/// <summary>What a transaction may do; in a cluster it also says which member answers.</summary>
public enum AccessMode
{
    /// <summary>Reads only; a statement that writes is refused.</summary>
    Read,

    /// <summary>Reads and writes.</summary>
    Write,
}
