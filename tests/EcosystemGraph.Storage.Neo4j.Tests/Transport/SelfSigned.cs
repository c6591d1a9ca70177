using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace EcosystemGraph.Storage.Neo4j.Tests.Transport;

/// <summary>A certificate that nobody trusts unless told to.</summary>
internal static class SelfSigned
{
    /// <summary>A new one.</summary>
    public static X509Certificate2 ForLocalhost()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
    }
}
