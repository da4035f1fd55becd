using System.Collections.Concurrent;
using System.Collections.Immutable;
using MentorBot.Adapters.Embedded;
using MentorBot.Domain;
using MentorBot.Domain.Directory;
using MentorBot.Domain.Scheduling;
using MentorBot.Storage.Scheduling;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace MentorBot.Adapters.Graph;

/// <summary>
/// People's mailboxes. What is to be there is written down first (<see cref="CalendarEventRows"/>), then done, then where it is: so
/// whatever is lost on the way, a repetition finds the same event.
/// </summary>
/// <remarks>
/// An event that its owner deleted is made anew by the next <see cref="Put"/>. A mailbox that may not be written, or is not there, is said
/// in the log and let be: trying again would end alike. For an hour it is out of reach altogether, so that its owner is offered their
/// entries in another way, and not told of an event that is not there. Only what was called off, and may not be removed, is tried
/// again, for a day.
/// </remarks>
public sealed partial class GraphCalendars(GraphService graph, IDirectory directory, CalendarEventRows rows, IClock clock, ILogger<GraphCalendars> logger) : ICalendars, IDisposable
{
    /// <summary>Removed by another process or deleted by their owner meanwhile: no more often than this in a row.</summary>
    private const int MostAttempts = 5;

    private static readonly Duration TakenForGranted = Duration.FromHours(1);

    /// <summary>So long a refused removal is tried again: grants in Exchange take up to two hours, and whoever is to grant something needs to hear of it first.</summary>
    private static readonly Duration MayBeGranted = Duration.FromHours(24);

    private const string WhatToGrant = "Grant the bot's app Calendars.ReadWrite in Microsoft Graph, or the role \"Application Calendars.ReadWrite\" in Exchange with this mailbox in its scope.";
    private const string WhatItMeans = "For 404, they have no mailbox in Exchange Online; for 403: " + WhatToGrant;

    private readonly Schedules schedules = new(graph);
    private readonly MailboxEvents events = new(graph);
    private readonly SaidThisHour said = new(clock);

    /// <summary>Whose mailbox may not be written, and until when that is taken for granted.</summary>
    private readonly ConcurrentDictionary<PersonId, Instant> readOnly = [];
    private readonly SemaphoreSlim[] turns = [.. Enumerable.Range(0, 64).Select(_ => new SemaphoreSlim(1))];

    public bool ShowsOwnSubject => true;

    public async Task<ImmutableArray<CalendarReading>> Read(ImmutableArray<PersonId> people, Interval within, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(within.Duration, ICalendars.LongestReading);
        var found = new Dictionary<PersonId, Availability>();
        foreach (var some in (await InReach(people, cancellationToken)).Chunk(Schedules.MostAtOnce))
            await Read(some, within, found, cancellationToken);
        return [.. people.Select(person => found.TryGetValue(person, out var one) ? (CalendarReading)new CalendarReading.Known(one) : new CalendarReading.OutOfReach())];
    }

    public async Task<Uri?> Put(PersonId person, CalendarEntry entry, CancellationToken cancellationToken)
    {
        if (!GraphId.IsOne(person))
            return null;
        return await Write(person, entry.Key, async () =>
        {
            if (await directory.Find(person, cancellationToken) is null)
                return null;
            var with = entry.With is { } other ? await directory.NameOf(other, cancellationToken) : null;
            return await Show(person, entry, with, cancellationToken);
        }, cancellationToken);
    }

    public async Task Remove(PersonId person, string entry, CancellationToken cancellationToken)
    {
        if (!GraphId.IsOne(person))
            return;
        await Write(person, entry, async () => { await Clear(person, entry, cancellationToken); return null; }, cancellationToken);
    }

    public async Task<string> TextOf(CalendarEntry entry, CancellationToken cancellationToken)
    {
        var with = entry.With is { } other ? await directory.NameOf(other, cancellationToken) : null;
        return IcsText.Of(entry, with, clock.GetCurrentInstant());
    }

    public void Dispose()
    {
        foreach (var turn in turns)
            turn.Dispose();
    }

    private async Task<IEnumerable<Person>> InReach(ImmutableArray<PersonId> people, CancellationToken cancellationToken)
    {
        try
        {
            var now = clock.GetCurrentInstant();
            var known = await Task.WhenAll(people.Distinct().Where(GraphId.IsOne).Select(person => directory.Find(person, cancellationToken)));
            return known.OfType<Person>().Where(person => person.Mail.Length > 0 && !(readOnly.TryGetValue(person.Id, out var until) && now < until));
        }
        catch (DirectoryUnavailableException outage)
        {
            Say(people[0], "outage", () => LogOutage(logger, people[0], outage.Message));
            return [];
        }
    }

    /// <summary>Asked in the mailbox of one of them, as an app may be let into some mailboxes only; of the next one where the first is out of reach.</summary>
    private async Task Read(IReadOnlyList<Person> people, Interval within, Dictionary<PersonId, Availability> found, CancellationToken cancellationToken)
    {
        foreach (var asker in people)
        {
            try
            {
                var all = await schedules.Of(asker.Id, people, within, cancellationToken);
                foreach (var (person, one) in people.Zip(all))
                {
                    if (one is not null)
                        found[person.Id] = one;
                    else
                        Say(person.Id, "schedule", () => LogNoSchedule(logger, person.Id));
                }

                return;
            }
            catch (GraphRefusedException refused)
            {
                Say(asker.Id, "read", () => LogOutOfReach(logger, asker.Id, refused.Status, refused.Code));
            }
            catch (GraphOutageException outage)
            {
                Say(asker.Id, "outage", () => LogOutage(logger, asker.Id, outage.Message));
                return;
            }
        }
    }

    private async Task<Uri?> Show(PersonId person, CalendarEntry entry, string? with, CancellationToken cancellationToken)
    {
        var mark = MailboxEvents.MarkOf(person, entry.Key);
        for (var attempt = 1; attempt <= MostAttempts; attempt++)
        {
            if (await rows.Intend(person, entry.Key, entry.Version, cancellationToken) is not var (intended, isNew))
                return null;

            var id = intended.Id;
            if (id is null)
            {
                var made = await events.Create(person, mark, intended.Generation, EventContent.New(entry, with), cancellationToken);
                id = made?.Id ?? (await events.Find(person, mark, cancellationToken) is [var found, ..] ? found : null);

                // One of this transaction was there, and its owner deleted it.
                if (id is null)
                {
                    await rows.Lost(person, entry.Key, intended.Generation, cancellationToken);
                    continue;
                }

                if (!await rows.Made(person, entry.Key, intended.Generation, id, cancellationToken))
                {
                    // Removed by another process in between: it looked when this one was not there yet.
                    await events.Delete(person, id, cancellationToken);
                    continue;
                }

                if (isNew && made is not null)
                    return Written(person, made);
            }

            if (await events.Change(person, id, EventContent.Changed(entry, with), cancellationToken) is { } changed)
                return Written(person, changed);
            await rows.Lost(person, entry.Key, intended.Generation, cancellationToken);
        }

        throw new CalendarUnavailableException("An event was removed again and again while it was written.");
    }

    private async Task Clear(PersonId person, string entry, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        if (await rows.Remove(person, entry, now, cancellationToken) is not (var known, { } since))
            return;
        try
        {
            var found = await events.Find(person, MailboxEvents.MarkOf(person, entry), cancellationToken);
            foreach (var id in found.Concat(known is null ? [] : [known]).Distinct(StringComparer.Ordinal))
                await events.Delete(person, id, cancellationToken);
            await rows.Gone(person, entry, cancellationToken);
        }
        catch (GraphRefusedException refused) when (refused.IsForbidden && known is not null)
        {
            readOnly[person] = now + TakenForGranted;

            // It was made, so it stands there; where nobody could make one there is nothing to wait for.
            if (now < since + MayBeGranted)
                throw new CalendarUnavailableException($"A booking that was called off may not be taken out of the calendar of {person} ({refused.Status} {refused.Code}); it is tried again. {WhatToGrant}");
            LogNotRemoved(logger, person, MayBeGranted.TotalHours, refused.Status, refused.Code);
        }
    }

    /// <summary>One at a time for an entry, so that of two versions at once the later one stands.</summary>
    private async Task<Uri?> Write(PersonId person, string key, Func<Task<Uri?>> write, CancellationToken cancellationToken)
    {
        var turn = turns[(uint)HashCode.Combine(person, key) % turns.Length];
        await turn.WaitAsync(cancellationToken);
        try
        {
            return await write();
        }
        catch (GraphRefusedException refused) when (refused.IsForbidden || refused.IsNotFound)
        {
            readOnly[person] = clock.GetCurrentInstant() + TakenForGranted;
            Say(person, "write", () => LogNotWritten(logger, person, refused.Status, refused.Code));
            return null;
        }
        catch (Exception failure) when (failure is GraphRefusedException or GraphOutageException or DirectoryUnavailableException)
        {
            throw new CalendarUnavailableException(failure.Message);
        }
        finally
        {
            turn.Release();
        }
    }

    private void Say(PersonId person, string what, Action log)
    {
        if (said.IsNew($"{what} {person.Value}"))
            log();
    }

    /// <returns>Where its meeting is joined.</returns>
    private Uri? Written(PersonId person, Microsoft.Graph.Models.Event written)
    {
        readOnly.TryRemove(person, out _);
        return Uri.TryCreate(written.OnlineMeeting?.JoinUrl, UriKind.Absolute, out var join) && join.Scheme == Uri.UriSchemeHttps ? join : null;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The calendar of {Person} is out of reach (Microsoft Graph answered {Status} {Code}). " + WhatItMeans)]
    private static partial void LogOutOfReach(ILogger logger, PersonId person, int status, string code);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A booking was not written into the calendar of {Person} (Microsoft Graph answered {Status} {Code}). " + WhatItMeans)]
    private static partial void LogNotWritten(ILogger logger, PersonId person, int status, string code);

    [LoggerMessage(Level = LogLevel.Error, Message = "A booking that was called off still stands in the calendar of {Person}: Microsoft Graph refused to remove it for {Hours} hours (last {Status} {Code}), and it is not tried again. They can delete it themselves. " + WhatToGrant)]
    private static partial void LogNotRemoved(ILogger logger, PersonId person, double hours, int status, string code);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Microsoft Graph does not say when {Person} is busy: their address has no schedule there, or the bot's app may not see it.")]
    private static partial void LogNoSchedule(ILogger logger, PersonId person);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Calendars cannot be read just now, asked in the mailbox of {Person}: {Failure}")]
    private static partial void LogOutage(ILogger logger, PersonId person, string failure);
}
