using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MentorBot.Adapters.Network;

namespace MentorBot.Testing.Services;

/// <summary>A certificate of this machine alone, made for this run, so that services in tests speak https as the real ones do.</summary>
public sealed class TestCertificate : IDisposable
{
    private static readonly Lazy<TestCertificate> OfThisRun = new(() =>
    {
        var made = new TestCertificate();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => made.Dispose();
        return made;
    });

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("mentorbot-certificate-");

    public TestCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        names.AddDnsName("localhost");
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        using var made = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(7));
        CertificateFile = Write("certificate.pem", made.ExportCertificatePem());
        KeyFile = Write("key.pem", key.ExportPkcs8PrivateKeyPem());
        Certificate = X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null);
    }

    /// <summary>One for all tests of a process.</summary>
    public static TestCertificate Shared => OfThisRun.Value;

    /// <summary>With its private key.</summary>
    public X509Certificate2 Certificate { get; }

    public string CertificateFile { get; }

    public string KeyFile { get; }

    /// <summary>A network that trusts this certificate and nothing else.</summary>
    public ServiceNetwork Network() => new(Handler);

    public SocketsHttpHandler Handler() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        SslOptions = { RemoteCertificateValidationCallback = (_, shown, _, _) => shown?.GetCertHashString() == Certificate.GetCertHashString() },
    };

    public void Dispose()
    {
        Certificate.Dispose();
        folder.Delete(recursive: true);
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }
}
