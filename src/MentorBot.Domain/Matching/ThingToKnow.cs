namespace MentorBot.Domain.Matching;

/// <summary>What a coordinator might like to know before people go out. Never about how good somebody is.</summary>
public abstract record ThingToKnow
{
    /// <summary>Others have the mentor already, and nobody more would fit in.</summary>
    public sealed record LastFreePlace : ThingToKnow;

    /// <param name="Hours">0 where other hours of the day are fine.</param>
    public sealed record FewSharedHours(int Hours) : ThingToKnow;

    public sealed record NoSharedTheme : ThingToKnow;

    public sealed record FirstAsMentor : ThingToKnow;

    /// <param name="Number">Other people who wait and would suit this mentor, too.</param>
    public sealed record OthersSuit(int Number) : ThingToKnow;

    /// <param name="Number">Of people found, fewer than three.</param>
    public sealed record OnlySoMany(int Number) : ThingToKnow;
}
