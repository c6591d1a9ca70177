using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace EcosystemGraph.App.Options;

/// <summary>How the service behaves: the section <c>EcosystemGraph:Server</c>, and the host's own key <c>urls</c>.</summary>
internal sealed class ServerOptions
{
    /// <summary>The section of the settings.</summary>
    public const string Section = "EcosystemGraph:Server";

    /// <summary>The host's key of <see cref="Urls"/>.</summary>
    public const string UrlsKey = "urls";

    /// <summary>Where the service listens; several are joined by semicolons.</summary>
    [Required(ErrorMessage = "an address is needed, such as " + Defaults.Urls)]
    [HttpUrls]
    public string Urls { get; set; } = Defaults.Urls;

    /// <summary>The largest body of a request, in bytes.</summary>
    [Between(1024, 1024 * 1024 * 1024)]
    public int MaxRequestBytes { get; set; } = Defaults.MaxRequestBytes;

    /// <summary>How long a request may take, in seconds.</summary>
    [Between(1, 3600)]
    public int RequestTimeoutSeconds { get; set; } = Defaults.RequestTimeoutSeconds;

    /// <summary>How long a client may take to send the headers of a request, in seconds.</summary>
    [Between(1, 3600)]
    public int HeaderTimeoutSeconds { get; set; } = Defaults.HeaderTimeoutSeconds;

    /// <summary>How many connections may be open at a time.</summary>
    [Between(1, 1_000_000)]
    public int MaxConnections { get; set; } = Defaults.MaxConnections;

    /// <summary>How long requests that are under way may go on when the service is told to stop, in seconds.</summary>
    [Between(0, 3600)]
    public int ShutdownSeconds { get; set; } = Defaults.ShutdownSeconds;
}

/// <summary>Checks the annotations of <see cref="ServerOptions"/>, without reflection.</summary>
[OptionsValidator]
internal sealed partial class ServerOptionsValidator : IValidateOptions<ServerOptions>;
