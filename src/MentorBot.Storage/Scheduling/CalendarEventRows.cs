using System.Collections.Immutable;
using System.Globalization;
using MentorBot.Domain;
using MentorBot.Domain.Programme;
using MentorBot.Domain.Relationships;
using MentorBot.Domain.Scheduling;
using MentorBot.Storage.Deciding;
using MentorBot.Storage.Relationships;
using MentorBot.Storage.Rows;
using NodaTime;

namespace MentorBot.Storage.Scheduling;

/// <summary>
/// People: the row "with-{relationship}-event-{number}" of each person in whose mailbox there is, or was, or is about to be, an event for a
/// booking. Written before the event is. Goes when the relationship is erased; until then it says how to take the event out of the mailbox.
/// </summary>
public sealed class CalendarEventRows(RecordRows records, MentoringProgramme programme)
{
    private const string Part = "event-";

    private static readonly Codec Rows = new();

    /// <summary>This version is to be there from now on.</summary>
    /// <returns>What is known of the event, and whether nobody has tried to make it yet; null when a later version is to be there.</returns>
    public Task<(CalendarEvent Event, bool IsNew)?> Intend(PersonId person, string entry, int version, CancellationToken cancellationToken) =>
        Decide<(CalendarEvent, bool)?>(person, entry, found => found switch
        {
            null => Now(new(version, 0, null, null), isNew: true),
            { RemovedAt: not null } => Now(found with { Version = version, RemovedAt = null }, isNew: found.Id is null),
            _ when found.Version > version => new(null, false, found, []),
            _ when found.Version == version => new((found, false), false, found, []),
            _ => Now(found with { Version = version }, isNew: false),
        }, cancellationToken);

    /// <summary>The event was made.</summary>
    /// <returns>False when it was removed meanwhile: then it should not be there.</returns>
    public Task<bool> Made(PersonId person, string entry, int generation, string id, CancellationToken cancellationToken) =>
        Decide<bool>(person, entry, found => found is { RemovedAt: null } && found.Generation == generation
            ? new(true, found.Id != id, found with { Id = id }, [])
            : new(false, false, found, []), cancellationToken);

    /// <summary>The event of this generation is no longer in the mailbox: the next one is another.</summary>
    public Task<bool> Lost(PersonId person, string entry, int generation, CancellationToken cancellationToken) =>
        Decide<bool>(person, entry, found => found is { RemovedAt: null } && found.Generation == generation
            ? new(true, true, found with { Generation = generation + 1, Id = null }, [])
            : new(false, false, found, []), cancellationToken);

    /// <summary>None is to be there from now on.</summary>
    /// <returns>The event's id where it is known; and since when none is to be there, null where there never was one.</returns>
    public Task<(string? Id, Instant? Since)> Remove(PersonId person, string entry, Instant now, CancellationToken cancellationToken) =>
        Decide<(string?, Instant?)>(person, entry, found => found is null or { RemovedAt: not null }
            ? new((found?.Id, found?.RemovedAt), false, found, [])
            : new((found.Id, now), true, found with { Generation = found.Generation + 1, RemovedAt = now }, []), cancellationToken);

    /// <summary>It is out of the mailbox.</summary>
    public Task<bool> Gone(PersonId person, string entry, CancellationToken cancellationToken) =>
        Decide<bool>(person, entry, found => found is { RemovedAt: not null, Id: not null }
            ? new(true, true, found with { Id = null }, [])
            : new(false, false, found, []), cancellationToken);

    /// <summary>The ids of what is in somebody's mailbox for this relationship.</summary>
    public async Task<ImmutableArray<string>> Of(PersonId person, RelationshipId relationship, CancellationToken cancellationToken) =>
        [.. (await records.All(PartitionOf.Person(programme.Tenant, person), OfOne.Prefix(relationship) + Part, Rows, cancellationToken)).Where(one => one.RemovedAt is null).Select(one => one.Id).OfType<string>()];

    /// <summary>Whether a row is one of these.</summary>
    internal static bool IsOne(Row row) => row.Properties.ContainsKey("generation") && row.Key.Contains("-" + Part, StringComparison.Ordinal);

    private static Decision<CalendarEvent, (CalendarEvent, bool)?> Now(CalendarEvent next, bool isNew) => new((next, isNew), true, next, []);

    private static string KeyOf(string entry)
    {
        var (relationship, number) = SchedulingNotices.InKey(entry);
        return OfOne.Prefix(relationship) + Part + KeyText.Of(number);
    }

    private Task<TOutcome> Decide<TOutcome>(PersonId person, string entry, Func<CalendarEvent?, Decision<CalendarEvent, TOutcome>> decide, CancellationToken cancellationToken) =>
        records.Decide(PartitionOf.Person(programme.Tenant, person), KeyOf(entry), Rows, decide, cancellationToken);

    private sealed class Codec : IRecordCodec<CalendarEvent>
    {
        public ValueTask<IReadOnlyDictionary<string, object>> Encode(Partition partition, string key, CalendarEvent record, CancellationToken cancellationToken) => ValueTask.FromResult(
            new PropertyBag { { "version", record.Version }, { "generation", record.Generation }, { "id", record.Id }, { "removedAt", record.RemovedAt } }.Properties);

        public ValueTask<CalendarEvent> Decode(Partition partition, Row row, CancellationToken cancellationToken) =>
            ValueTask.FromResult(new CalendarEvent(row.Number("version"), row.Number("generation"), row.TextIfAny("id"), row.MomentIfAny("removedAt")));
    }
}
