using System.Collections.Immutable;
using MentorBot.Domain.Bundles;
using MentorBot.Domain.Notices;
using MentorBot.Domain.Programme;
using MentorBot.Domain.Pulses;
using MentorBot.Domain.Relationships;
using MentorBot.Domain.Sessions;
using MentorBot.Storage.Deciding;
using MentorBot.Storage.Outbox;
using MentorBot.Storage.Rows;
using NodaTime;

namespace MentorBot.Storage.Pulses;

/// <summary>
/// Lets two people hear that they are asked, or once more, away from their conversations: otherwise a day later, as long as there is
/// time. Each hears of either once. Whether they answered is not noted.
/// </summary>
public sealed class Mentioning(IRowStore store, Decisions decisions, IPulses pulses, OwnAnswerRows own, IMeetings meetings, MentoringProgramme programme, IClock clock)
{
    private const string Occasion = "1";

    private static readonly Duration PutOff = Duration.FromDays(1);

    internal async Task Run(string subject, bool isAgain, CancellationToken cancellationToken)
    {
        var (id, about) = PulseNotices.In(subject);
        var now = clock.GetCurrentInstant();
        if (await pulses.Find(id, cancellationToken) is not { } pulse || !pulse.Takes(now) || now > pulse.ClosesAt - Distance.Kept
            || await meetings.Find(about, cancellationToken) is not { Pair.State: RelationshipState.Going } together)
            return;

        if (Distance.IsKept(together, now))
            await Mention(pulse, together, subject, isAgain, cancellationToken);
        else
            await Later(id, subject, isAgain, now + PutOff, cancellationToken);
    }

    private Task<bool> Mention(Pulse pulse, Together together, string subject, bool isAgain, CancellationToken cancellationToken)
    {
        var (pair, partition) = (together.Pair, PartitionOf.Pulse(programme.Tenant, pulse.Id.Value));
        return decisions.Run(
            partition,
            async token =>
            {
                var mentee = store.Get(partition, InviteRows.KeyOf(pair.Mentee, pair.Id), token);
                var mentor = store.Get(partition, InviteRows.KeyOf(pair.Mentor, pair.Id), token);
                return new[] { await mentee, await mentor };
            },
            async (rows, token) =>
            {
                var (writes, mark) = (new List<Write>(), isAgain ? InviteRows.AskedAgain : InviteRows.Asked);
                foreach (var invite in rows.OfType<Row>().Where(row => !row.Is(mark) && row.Is(InviteRows.Asked) == isAgain))
                {
                    writes.Add(InviteRows.Marked(invite, mark));
                    var person = InviteRows.Person(invite);
                    if (!isAgain || await own.Find(person, pair.Id, pulse.Id, token) is null)
                        writes.Add(OutboxRows.Write(BundleNotices.To(person, isAgain ? PulseNotices.Remind : PulseNotices.Invite, subject, Occasion)));
                }

                return new Plan<bool>(true, [.. writes], [clock.GetCurrentInstant()]);
            },
            cancellationToken);
    }

    private Task<bool> Later(PulseId id, string subject, bool isAgain, Instant at, CancellationToken cancellationToken)
    {
        ImmutableArray<Consequence> later = [new Consequence.Step(isAgain ? PulseNotices.AskAgain : PulseNotices.Ask, subject, "") { At = at }];
        return decisions.Run(
            PartitionOf.Pulse(programme.Tenant, id.Value),
            _ => Task.FromResult(true),
            (_, _) => ValueTask.FromResult(new Plan<bool>(true, [.. later.Select(OutboxRows.Write)], [at])),
            cancellationToken);
    }
}
