namespace MentorBot.Adapters.Embedded;

/// <summary>What opening the key file came to.</summary>
public abstract record KeyFileOpening
{
    private KeyFileOpening()
    {
    }

    /// <param name="IsNew">It was made just now: whoever keeps the bot should back it up, apart from the data.</param>
    public sealed record Opened(KeyFile KeyFile, bool IsNew) : KeyFileOpening;

    /// <param name="Reason">What is wrong and what to do, for whoever starts the bot. Never anything of the key.</param>
    public sealed record Refused(string Reason) : KeyFileOpening;
}
