using System.Collections.Immutable;
using MentorBot.Domain;
using MentorBot.Domain.Matching;
using MentorBot.Domain.Notices;
using MentorBot.Domain.Programme;
using MentorBot.Domain.Requests;
using MentorBot.Storage.Deciding;
using MentorBot.Storage.Due;
using MentorBot.Storage.Rows;
using MentorBot.Storage.Sealing;
using Microsoft.Extensions.Logging;
using NodaTime;
using NodaTime.Text;

namespace MentorBot.Storage.Requests;

/// <summary>
/// Searches, releases, reminders and silences: what happens to requests by itself. It reads those that are due and no others; mentors
/// and directory only where somebody waits to be found a mentor. One request that fails holds up nobody else.
/// </summary>
public sealed partial class RequestsFallDue(
    IRowStore store,
    Decisions decisions,
    Sealer sealer,
    IRequests requests,
    IMatchmaker matchmaker,
    IReviewers reviewers,
    MentoringProgramme programme,
    IClock clock,
    ILogger<RequestsFallDue> logger) : IFallsDue
{
    private readonly RequestCodec codec = new(sealer, programme.Tenant);

    public Table Table => Table.Matching;

    public async Task<bool> Tick(Partition partition, CancellationToken cancellationToken)
    {
        var didSomething = false;
        while (await TickSome(partition, cancellationToken))
            didSomething = true;
        return didSomething;
    }

    private async Task<bool> TickSome(Partition partition, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var dueRows = new DueRows(store, decisions, partition);
        var due = await dueRows.UpTo(now, cancellationToken);
        if (due.IsEmpty)
            return false;

        var addresses = due.Select(DueRows.Of).Distinct();
        var rows = await Task.WhenAll(addresses.Select(one => store.Get(partition, RequestCodec.KeyOf(one.Person, one.Id), cancellationToken)));
        var waiting = rows.OfType<Row>().Where(row => RequestCodec.DueOf(row) <= now).ToList();
        var round = new Round(store, matchmaker, partition, now);
        foreach (var row in waiting)
            await Guard(row, round, cancellationToken);

        return await dueRows.Clear(due, waiting.Select(row => row.ETag).ToHashSet(StringComparer.Ordinal), now, cancellationToken) || waiting.Count > 0;
    }

    private async Task Guard(Row row, Round round, CancellationToken cancellationToken)
    {
        try
        {
            await TickOne(await codec.WithoutWords(row, cancellationToken), round, cancellationToken);
        }
        catch (Exception problem) when (problem is not OutageException && !cancellationToken.IsCancellationRequested)
        {
            LogFailed(logger, problem);
        }
    }

    private async Task TickOne(Request looked, Round round, CancellationToken cancellationToken)
    {
        var searching = looked.IsWaiting ? await round.Searching(cancellationToken) : null;
        var found = looked.State is RequestState.Looking ? searching!.Find(looked) : [];
        var two = looked.Open is { } open ? await matchmaker.Two(looked.Person, open.Whom, cancellationToken) : null;
        var who = looked.State is RequestState.Looking || looked.WordBy <= round.Now
            ? await reviewers.Of([looked.Person, .. found.Select(one => one.Mentor)], cancellationToken)
            : null;
        var tell = looked.State is RequestState.Looking ? await round.ToTell(who!, cancellationToken) : [];

        // A search weighs every mentor, so it is done once: for who is told at the desk, and for the decision.
        if (looked.State is RequestState.Looking)
            searching = searching! with { Find = _ => found };
        Decision<Scene, RequestOutcome>? decided = null;
        await requests.Decide(
            looked.Person,
            looked.Id,
            looked.Open?.Whom,
            scene => decided = scene.Request?.Revision == looked.Revision
                ? Releasing.Tick(scene, searching, two, who, tell, round.Day, programme.Matching, round.Now)
                : scene.AsItIs(),
            cancellationToken);
        round.Told.UnionWith(decided!.Consequences.OfType<Consequence.Tell>().Where(one => one.Kind == RequestNotices.Desk).Select(one => one.Whom));
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "What is due with one request could not be done; it is looked at again in an hour.")]
    private static partial void LogFailed(ILogger logger, Exception problem);

    /// <summary>What is read once for all that are due together, and only when somebody needs it.</summary>
    private sealed class Round(IRowStore store, IMatchmaker matchmaker, Partition partition, Instant now)
    {
        private Task<Searching>? searching;
        private bool knowsTold;

        public Instant Now => now;

        public string Day { get; } = LocalDatePattern.Iso.Format(now.InUtc().Date);

        /// <summary>Coordinators who have been told today.</summary>
        public HashSet<PersonId> Told { get; } = [];

        public Task<Searching> Searching(CancellationToken cancellationToken) => searching ??= matchmaker.AmongAll(cancellationToken);

        public async Task<ImmutableArray<PersonId>> ToTell(Reviewers who, CancellationToken cancellationToken)
        {
            if (!knowsTold)
                Told.UnionWith((await store.Prefix(partition, DeskRows.Prefix, cancellationToken)).Where(row => DeskRows.IsOf(row, Day)).Select(DeskRows.WhomOf));
            knowsTold = true;
            return [.. who.First.Where(one => !Told.Contains(one))];
        }
    }
}
