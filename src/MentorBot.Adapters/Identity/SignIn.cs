using NodaTime;

namespace MentorBot.Adapters.Identity;

/// <summary>What came of asking for a token.</summary>
public abstract record SignIn
{
    private SignIn()
    {
    }

    /// <param name="Until">How long the token lasts.</param>
    public sealed record Good(Instant Until) : SignIn;

    /// <summary>Entra ID said no.</summary>
    /// <param name="Number">Of its reason, as in AADSTS7000215; null where it gave none.</param>
    public sealed record Refused(string? Number) : SignIn;

    /// <summary>The file with the certificate cannot be used.</summary>
    public sealed record NoCertificate : SignIn;

    /// <summary>Nobody on this machine gives tokens to a managed identity, or not to this one.</summary>
    public sealed record NoManagedIdentity : SignIn;

    /// <summary>Nobody answered, or not as somebody who gives tokens.</summary>
    public sealed record OutOfReach : SignIn;
}
