using MentorBot.Domain.Pulses;
using MentorBot.Domain.Sessions;
using MentorBot.Flows.Cards;
using MentorBot.Flows.Turns;
using NodaTime;

namespace MentorBot.Flows.Console;

/// <summary>How things are going as a whole, on the desk: numbers about nobody in particular.</summary>
public sealed class DeskLines(IPulses pulses, IHeldConversations held, IClock clock)
{
    /// <summary>Of the last whole month.</summary>
    public async Task<string> Held(Reader reader, CancellationToken cancellationToken)
    {
        var last = await held.LastMonth(cancellationToken);
        var month = last.Month.OnDayOfMonth(1).ToString("MMMM", reader.Culture);
        return last.Number is { } number ? ConsoleText.HeldIn.With(month, number) : ConsoleText.HeldNotShown.With(month);
    }

    /// <summary>Until when one can be answered, and when the next of a row of them goes out; null where there is neither.</summary>
    public async Task<string?> NextCheckIn(Reader reader, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var all = await pulses.All(cancellationToken);
        var closes = all.Where(one => one.Takes(now)).Select(one => (Instant?)one.ClosesAt).Min();
        var next = (await pulses.ToRepeat(cancellationToken)).FirstOrDefault() is { } last ? Repeating.NextAt(last, now) : null;

        return (closes, next) switch
        {
            ({ } until, { } from) => ConsoleText.CheckInOpenAndNext.With(reader.Day(until), reader.Day(from)),
            ({ } until, null) => ConsoleText.CheckInOpen.With(reader.Day(until)),
            (null, { } from) => ConsoleText.NextCheckIn.With(reader.Day(from)),
            _ => null,
        };
    }
}
