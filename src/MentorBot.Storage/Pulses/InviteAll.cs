using System.Collections.Immutable;
using MentorBot.Domain.Notices;
using MentorBot.Domain.Programme;
using MentorBot.Domain.Pulses;
using MentorBot.Storage.Deciding;
using MentorBot.Storage.Outbox;
using MentorBot.Storage.Rows;
using NodaTime;

namespace MentorBot.Storage.Pulses;

/// <summary>The step from a launch to the invitations, some pairs at a time. How far it is stands with them, so that it goes on wherever it was cut short.</summary>
public sealed class InviteAll(IRowStore store, Decisions decisions, IPulses pulses, AudienceRows audiences, MentoringProgramme programme, IClock clock) : IStep
{
    private const int PairsAtATime = 20;

    public string Kind => PulseNotices.InviteAll;

    public async Task Run(string home, string subject, CancellationToken cancellationToken)
    {
        var audience = await audiences.Of(new(subject), cancellationToken);
        while (await InviteSome(new(subject), audience, cancellationToken))
        {
            // A transaction takes a hundred rows.
        }
    }

    private Task<bool> InviteSome(PulseId id, Audience audience, CancellationToken cancellationToken)
    {
        var partition = PartitionOf.Pulse(programme.Tenant, id.Value);
        return decisions.Run(
            partition,
            async token =>
            {
                // In this order: whoever closes it changes the row after the stage.
                var walk = await store.Get(partition, InviteRows.Walk, token);
                return (Walk: walk, Pulse: await pulses.Find(id, token));
            },
            (read, _) =>
            {
                var now = clock.GetCurrentInstant();
                var from = read.Walk?.Number("next") ?? 0;
                if (read.Pulse is not { } pulse || !pulse.Takes(now) || from >= audience.Pairs.Length)
                    return ValueTask.FromResult(Plan.Nothing(false));

                var some = audience.Pairs.Skip(from).Take(PairsAtATime).ToList();
                var properties = new PropertyBag { { "next", from + some.Count } }.Properties;
                Write walk = read.Walk is { } row ? new Write.Replace(row.Key, row.ETag, properties) : new Write.Insert(InviteRows.Walk, properties);
                ImmutableArray<Consequence> follows = [.. some.SelectMany(pair => Asking(pulse, pair))];
                return ValueTask.FromResult(new Plan<bool>(
                    true, [walk, .. some.SelectMany(InviteRows.Of), .. follows.Select(OutboxRows.Write)], OutboxRows.LookAt(follows, now)));
            },
            cancellationToken);
    }

    private static IEnumerable<Consequence> Asking(Pulse pulse, AskedPair pair)
    {
        var subject = PulseNotices.About(pulse.Id, pair.About);
        return
        [
            new Consequence.Step(PulseNotices.Ask, subject, ""),
            new Consequence.Step(PulseNotices.AskAgain, subject, "") { At = pulse.ClosesAt - Launching.ReminderBefore },
        ];
    }
}
