namespace MentorBot.Domain.Requests;

/// <summary>The answer to whoever pressed. What they see next follows from the request as it is now.</summary>
public abstract record RequestOutcome
{
    /// <summary>It was done just now. <paramref name="Now"/> is null when the request is gone.</summary>
    public sealed record Done(Request? Now) : RequestOutcome;

    /// <summary>Nothing to do: pressed twice, or on a card from earlier. The answer is how things stand.</summary>
    public sealed record AsItIs(Request? Now) : RequestOutcome;

    /// <summary>The card was meant for somebody else.</summary>
    public sealed record NotYours : RequestOutcome;

    /// <summary>This person cannot be asked. Said in the same words whatever the cause.</summary>
    public sealed record NotAvailable(PersonId Whom, Request? Now) : RequestOutcome;
}
