namespace MentorBot.Domain.Offers;

/// <summary>The answer to whoever pressed. What they see next follows from the offer as it is now.</summary>
public abstract record OfferOutcome
{
    /// <summary>It was done just now. <paramref name="Now"/> is null when the offer is gone.</summary>
    public sealed record Done(Offer? Now) : OfferOutcome;

    /// <summary>Nothing to do: pressed twice, or on a card from earlier. The answer is how things stand.</summary>
    public sealed record AsItIs(Offer? Now) : OfferOutcome;

    /// <summary>The card was meant for somebody else.</summary>
    public sealed record NotYours : OfferOutcome;

    /// <summary>That day cannot be a last day of a pause.</summary>
    public sealed record DayOutOfRange : OfferOutcome;
}
