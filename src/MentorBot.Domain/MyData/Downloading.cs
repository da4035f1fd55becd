using System.Collections.Immutable;
using System.Globalization;
using MentorBot.Domain.Notices;
using NodaTime;
using static MentorBot.Domain.MyData.DownloadStage;

namespace MentorBot.Domain.MyData;

/// <summary>How a file to take along is asked for, made, taken, thrown away or over. What does not fit its stage changes nothing.</summary>
public static class Downloading
{
    /// <summary>How long the link works.</summary>
    public static readonly Duration Lifetime = Duration.FromHours(24);

    /// <summary>Asked for. While one is being made there is no second; one that is ready is over, for the new one has more in it.</summary>
    /// <param name="last">The number of the last one when the card was shown, 0 without one: a press that comes twice asks once.</param>
    public static Decision<Download, Download?> Ask(Download? found, PersonId person, int last)
    {
        if (found?.Stage == Making || last != LastOf(found))
            return AsItIs(found);

        var next = new Download(person, last + 1, Making, null, null, 0);
        ImmutableArray<Consequence> settled = found?.Stage == Ready ? [Tell(found)] : [];
        return new(next, true, next, [new Consequence.Step(MyDataNotices.Make, Subject(next), ""), .. settled]);
    }

    /// <summary>The file lies there, sealed.</summary>
    public static Decision<Download, Download?> Made(Download? found, int number, int parts, Instant now)
    {
        if (found is not { Stage: Making } || found.Number != number)
            return AsItIs(found);

        var next = found with { Stage = Ready, Until = now + Lifetime, Parts = parts };
        return new(next, true, next, [Tell(next), new Consequence.Step(MyDataNotices.RunOut, "", Subject(next)) { At = next.Until }]);
    }

    /// <summary>It could not be put together.</summary>
    public static Decision<Download, Download?> Failed(Download? found, int number) =>
        found is { Stage: Making } && found.Number == number ? Over(found, DownloadStage.Failed) : AsItIs(found);

    /// <summary>Another link to it: the one before works no longer.</summary>
    public static Decision<Download, Download?> Link(Download? found, int number, string hash) =>
        found is { Stage: Ready } && found.Number == number ? new(found with { LinkHash = hash }, true, found with { LinkHash = hash }, []) : AsItIs(found);

    /// <summary>Whoever has the link takes it, once, while it works.</summary>
    public static Decision<Download, Download?> Take(Download? found, string hash, Instant now) =>
        found is { Stage: Ready } && found.LinkHash == hash && now < found.Until ? Over(found, Taken) : Refused(found);

    public static Decision<Download, Download?> ThrowAway(Download? found, int number) =>
        found is { Stage: Ready } && found.Number == number ? Over(found, ThrownAway) : AsItIs(found);

    public static Decision<Download, Download?> Tick(Download? found, Instant now) =>
        found is { Stage: Ready } && now >= found.Until ? Over(found, DownloadStage.RunOut) : AsItIs(found);

    /// <summary>What a card carries that asks for one.</summary>
    public static int LastOf(Download? found) => found?.Number ?? 0;

    private static Decision<Download, Download?> Over(Download found, DownloadStage stage)
    {
        var next = found with { Stage = stage, LinkHash = null, Until = null };
        return new(next, true, next, [Tell(next), new Consequence.Step(MyDataNotices.RunOut, "", Subject(next))]);
    }

    private static Decision<Download, Download?> AsItIs(Download? found) => new(found, false, found, []);

    private static Decision<Download, Download?> Refused(Download? found) => new(null, false, found, []);

    private static Consequence.Tell Tell(Download now) => new(MyDataNotices.Ready, Subject(now), now.Stage.ToString(), now.Person);

    private static string Subject(Download now) => now.Number.ToString(CultureInfo.InvariantCulture);
}
