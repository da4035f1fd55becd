using System.Collections.Immutable;

namespace MentorBot.Domain.Matching.Nevers;

/// <summary>Every reason for which two people are never introduced, in the order in which they are looked at. Nothing widens any of them.</summary>
public static class Nevers
{
    public static readonly ImmutableArray<Never> InOrder =
    [
        new Oneself(),
        new NotHere(),
        new OwnReportingLine(),
        new ReportToTheSame(),
        new WorksTogether(),
        new OnAList(),
        new NotOpen(),
        new NoFreePlace(),
        new NoCommonLanguage(),
        new EndedByChoice(),
        new AlreadyTogether(),
        new NotAgainForThis(),
    ];

    /// <summary>The first that forbids it; null when nothing does. For tests and for the code: people hear one sentence for all.</summary>
    public static Never? First(Pairing pairing)
    {
        foreach (var never in InOrder.AsSpan())
        {
            if (never.Forbids(pairing))
                return never;
        }

        return null;
    }
}
