using System.Collections.Immutable;

namespace MentorBot.Domain.Roster;

/// <summary>What reading a roster came to.</summary>
public abstract record RosterReading
{
    private RosterReading()
    {
    }

    /// <summary>Every line is right.</summary>
    public sealed record Good(NewRoster Roster) : RosterReading;

    /// <summary>Something is not, and nothing is taken over. All of it, by line; never empty.</summary>
    public sealed record Refused(ImmutableArray<RosterError> Errors) : RosterReading;
}
