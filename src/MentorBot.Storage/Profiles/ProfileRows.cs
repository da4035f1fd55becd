using System.Collections.Immutable;
using MentorBot.Domain;
using MentorBot.Domain.Notices;
using MentorBot.Domain.Profiles;
using MentorBot.Domain.Programme;
using MentorBot.Storage.Deciding;
using MentorBot.Storage.Outbox;
using MentorBot.Storage.Rows;
using MentorBot.Storage.Sealing;
using NodaTime;

namespace MentorBot.Storage.Profiles;

/// <summary>People: the row "profile" of each person.</summary>
public sealed class ProfileRows(IRowStore store, Decisions decisions, DataKeys keys, MentoringProgramme programme, IClock clock) : IProfiles
{
    private readonly TenantId tenant = programme.Tenant;
    private const string Key = "profile";

    public async Task<Profile?> Find(PersonId person, CancellationToken cancellationToken) =>
        await store.Get(PartitionOf.Person(tenant, person), Key, cancellationToken) is { } row ? Decode(person, row) : null;

    public Task<bool> WasForgotten(PersonId person, CancellationToken cancellationToken) => keys.WasErased(Owner.Person(tenant, person), cancellationToken);

    public Task<Profile> Change(PersonId person, Func<Profile, Profile> change, CancellationToken cancellationToken) =>
        Change(person, change, [], [], cancellationToken);

    public Task Welcome(PersonId person, CancellationToken cancellationToken) => Change(
        person,
        profile => profile with { Welcomed = true },
        [OutboxRows.Write(new Consequence.Tell(IProfiles.Hello, person.Value, "1", person))],
        [clock.GetCurrentInstant()],
        cancellationToken);

    private Task<Profile> Change(
        PersonId person, Func<Profile, Profile> change, ImmutableArray<Write> others, ImmutableArray<Instant> lookAt, CancellationToken cancellationToken)
    {
        var partition = PartitionOf.Person(tenant, person);
        return decisions.Run(
            partition,
            token => store.Get(partition, Key, token),
            (row, _) =>
            {
                var before = row is null ? Profile.Of(person) : Decode(person, row);
                var after = change(before);
                if (row is not null && after == before)
                    return ValueTask.FromResult(Plan.Nothing(before));

                Write write = row is null ? new Write.Insert(Key, Encode(after)) : new Write.Replace(Key, row.ETag, Encode(after));
                return ValueTask.FromResult(new Plan<Profile>(after, [write, .. others], lookAt));
            },
            cancellationToken);
    }

    private static IReadOnlyDictionary<string, object> Encode(Profile profile) => new PropertyBag
    {
        { "serviceUrl", profile.Reach?.ServiceUrl },
        { "channel", profile.Reach?.Channel },
        { "conversation", profile.Reach?.Conversation },
        { "user", profile.Reach?.User },
        { "bot", profile.Reach?.Bot },
        { "locale", profile.Locale },
        { "zone", profile.Zone?.Id },
        { "welcomed", profile.Welcomed },
        { "dialog", profile.OpenDialog },
        { "misunderstood", profile.Misunderstood },
        { "silent", profile.IsSilent },
    }.Properties;

    private static Profile Decode(PersonId person, Row row) => new(
        person,
        row.TextIfAny("serviceUrl") is { } url
            ? new Reach(url, row.Text("channel"), row.Text("conversation"), row.Text("user"), row.Text("bot"))
            : null,
        row.Text("locale"),
        row.TextIfAny("zone") is { } zone ? DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) : null,
        row.Is("welcomed"),
        row.TextIfAny("dialog"),
        row.Is("misunderstood"),
        row.Is("silent"));
}
