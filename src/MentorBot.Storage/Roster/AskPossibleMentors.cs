using System.Collections.Immutable;
using MentorBot.Domain;
using MentorBot.Domain.Bundles;
using MentorBot.Domain.Notices;
using MentorBot.Domain.Profiles;
using MentorBot.Domain.Programme;
using MentorBot.Domain.Roster;
using MentorBot.Storage.Deciding;
using MentorBot.Storage.Outbox;
using MentorBot.Storage.Rows;
using NodaTime;

namespace MentorBot.Storage.Roster;

/// <summary>
/// Possible mentors are asked whether they would like to, each once ever: that they were stands beside the message, in one transaction,
/// so this may be cut short anywhere and begun again. Who wants to hear nothing is not written to, and not marked either.
/// </summary>
public sealed class AskPossibleMentors(IRowStore store, Decisions decisions, RosterRows rosters, IProfiles profiles, MentoringProgramme programme, IClock clock) : IStep
{
    private const int AtATime = 20;

    /// <summary>Of the mention; there is one for each.</summary>
    private const string Occasion = "1";

    private readonly Partition partition = PartitionOf.Roster(programme.Tenant);

    public string Kind => RosterNotices.AskAll;

    public async Task Run(string home, string subject, CancellationToken cancellationToken)
    {
        if ((await rosters.Find(cancellationToken))?.Version != subject)
            return;

        var (wereAsked, mentors) = (await rosters.WereAsked(cancellationToken), await rosters.Mentors(cancellationToken));
        var possible = (await store.Prefix(rosters.Lines(subject), RosterCodec.Line, cancellationToken))
            .Select(RosterCodec.Entry).Where(entry => entry.MayMentor && !wereAsked.Contains(entry.Person)).Select(entry => entry.Person);
        foreach (var some in possible.Chunk(AtATime))
            await Ask(await Stages(some, mentors, cancellationToken), cancellationToken);
    }

    private async Task<List<(PersonId Person, AskStage Stage)>> Stages(PersonId[] people, HashSet<PersonId> mentors, CancellationToken cancellationToken)
    {
        var stages = new List<(PersonId, AskStage)>();
        foreach (var person in people)
        {
            var profile = await profiles.Find(person, cancellationToken);
            if (mentors.Contains(person))
                stages.Add((person, AskStage.Settled));
            else if (profile is not { IsSilent: true })
                stages.Add((person, profile is { Reach: not null } ? AskStage.Asked : AskStage.Waits));
        }

        return stages;
    }

    private Task<bool> Ask(List<(PersonId Person, AskStage Stage)> people, CancellationToken cancellationToken) => decisions.Run(
        partition,
        async token => await Task.WhenAll(people.Select(one => store.Get(partition, RosterCodec.AskedOf(one.Person), token))),
        (marks, _) =>
        {
            var left = people.Where((_, at) => marks[at] is null).ToList();
            if (left.Count == 0)
                return ValueTask.FromResult(Plan.Nothing(false));
            ImmutableArray<Consequence> told =
                [.. left.Where(one => one.Stage == AskStage.Asked).Select(one => BundleNotices.To(one.Person, RosterNotices.Ask, one.Person.Value, Occasion))];
            return ValueTask.FromResult(new Plan<bool>(
                true,
                [.. left.Select(one => new Write.Insert(RosterCodec.AskedOf(one.Person), RosterCodec.Properties(one.Stage))), .. told.Select(OutboxRows.Write)],
                OutboxRows.LookAt(told, clock.GetCurrentInstant())));
        },
        cancellationToken);
}
