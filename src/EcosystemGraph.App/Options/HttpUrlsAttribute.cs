using System.ComponentModel.DataAnnotations;

namespace EcosystemGraph.App.Options;

/// <summary>Accepts addresses to listen at, as Kestrel writes them (<c>http://localhost:5080</c>, <c>http://0.0.0.0:80</c>, <c>http://*:5080</c>), joined by semicolons.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class HttpUrlsAttribute : ValidationAttribute
{
    private const int HighestPort = 65535;

    /// <inheritdoc/>
    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext)
    {
        if (value is not string text) return ValidationResult.Success;
        foreach (var url in Split(text))
        {
            if (Problem(url) is { } problem) return new ValidationResult($"'{url}' is no address to listen at: {problem}; expected one such as {Defaults.Urls}", [validationContext.MemberName!]);
        }

        return ValidationResult.Success;
    }

    /// <summary>The single addresses.</summary>
    public static string[] Split(string urls) => urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string? Problem(string url)
    {
        BindingAddress address;
        try
        {
            address = BindingAddress.Parse(url);
        }
        catch (FormatException)
        {
            return "it is not a URL";
        }

        return address switch
        {
            { Scheme: "https" } => "the service speaks HTTP only, leave TLS to a proxy in front of it",
            { Scheme: not "http" } => $"'{address.Scheme}' is not http",
            { PathBase.Length: > 0 } => "it has a path",
            { IsUnixPipe: false, Port: < 0 or > HighestPort } => $"{address.Port} is not a port",
            { Host: "localhost", Port: 0 } => "it has no port; for any free one name an IP address, such as http://127.0.0.1:0",
            { Host.Length: 0 } => "it has no host",
            _ => null,
        };
    }
}
