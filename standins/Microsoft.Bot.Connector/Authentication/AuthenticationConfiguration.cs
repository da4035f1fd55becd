namespace Microsoft.Bot.Connector.Authentication;

public class AuthenticationConfiguration
{
    /// <summary>What a signing key has to be endorsed for besides the channel.</summary>
    public string[] RequiredEndorsements { get; set; } = [];
}
