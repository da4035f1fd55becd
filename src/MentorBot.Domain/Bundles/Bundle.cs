using System.Collections.Immutable;
using NodaTime;

namespace MentorBot.Domain.Bundles;

/// <summary>What waits to be mentioned to somebody, what was mentioned lately, and how much they would like to hear.</summary>
/// <remarks>There is not a word in it that anybody wrote.</remarks>
/// <param name="Choice">Never <see cref="HowMuch.NothingUntilTheyWrite"/>: that one lasts until they write, and stands in their profile.</param>
/// <param name="PausedUntil">Nothing unprompted before this; null for no pause.</param>
/// <param name="Waiting">Each once, in the order in which it came.</param>
/// <param name="Last">The number of the last message; 0 before the first.</param>
/// <param name="Sent">The messages of the last days, oldest first.</param>
public sealed record Bundle(
    PersonId Person, HowMuch Choice, Instant? PausedUntil, QuietHours QuietHours, ImmutableArray<Thing> Waiting, int Last, ImmutableArray<SentBundle> Sent)
{
    public static Bundle Of(PersonId person) => new(person, HowMuch.AtMostTwoAWeek, null, QuietHours.Usual, [], 0, []);

    /// <summary>What holds now: a pause that is over is none.</summary>
    public HowMuch ChoiceAt(Instant now) => PausedUntil > now ? Choice : HowMuch.AtMostTwoAWeek;
}
