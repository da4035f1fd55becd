using MentorBot.Domain;
using MentorBot.Domain.Directory;
using MentorBot.Domain.Matching;
using MentorBot.Domain.Offers;
using MentorBot.Domain.Relationships;
using MentorBot.Domain.Requests;
using MentorBot.Rehearsal;
using MentorBot.Rehearsal.Stories;
using MentorBot.Rehearsing;
using MentorBot.Storage.Rows;
using MentorBot.Testing.Rows;
using MentorBot.Testing.Towns;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace MentorBot.EndToEnd.RandomTowns;

/// <summary>
/// A town in which eleven people press whatever they ever had before their eyes, old cards and forms as well, type words, and let
/// days pass; with the whole bot, over HTTP. (The domain plays the same a thousand times faster, in its own tests.)
/// </summary>
public sealed class RandomPressesTests
{
    private const int Steps = 250;
    private const int Recent = 40;
    private static readonly string[] Words = ["ask", "offer", "where am i", "desk", "hello", "help", "invitation", "never mind"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Whatever_anybody_presses_every_rule_holds_and_everything_is_delivered(int seed)
    {
        var rows = new MemoryRowStore();
        await using var town = await TestTown.Start(change: builder => builder.Services.AddSingleton<IRowStore>(rows));
        Resident[] people = [.. new[] { "Ana", "Ben", "Chidi", "Kim", "Eva", "Marta", "Tomáš", "Noor", "Sam", "Helena", "Zainab" }.Select(town.Person)];
        var stage = new Staging(town);
        await stage.Install(people);
        foreach (var mentor in people[..4])
            await stage.BecomesMentor(mentor, "Finding my way here", "Two");
        foreach (var mentee in people[4..7])
            await stage.Asks(mentee, "Finding my way here");

        var seen = new List<Seen>();
        town.Shown += each =>
        {
            lock (seen)
                seen.Add(each);
        };
        var random = new Random(seed);
        var before = await Mentors(town);
        var happened = 0;
        for (var step = 0; step < Steps; step++)
        {
            happened += await SomethingHappens(town, people, seen, random) ? 1 : 0;
            await town.Settles();
            var after = await Mentors(town);
            Assert.All(after.Values, mentor => Assert.True(IsWithinTheirNumber(before.GetValueOrDefault(mentor.Person), mentor)));
            before = after;
        }

        Assert.True(happened > Steps / 2, $"Only {happened} presses of {Steps} could be made.");
        await CheckEverybody(town, before);
        var now = town.Clock.GetCurrentInstant();
        Assert.DoesNotContain(rows.All, each => each.Row.Key.StartsWith("sending-", StringComparison.Ordinal)
            || (each.Row.Key.StartsWith("outbox-", StringComparison.Ordinal) && !(each.Row.MomentIfAny("notBefore") > now)));
    }

    /// <returns>Whether a client lets it happen.</returns>
    private static async Task<bool> SomethingHappens(Town town, Resident[] people, List<Seen> seen, Random random)
    {
        try
        {
            switch (random.Next(10))
            {
                case 0:
                    await people[random.Next(people.Length)].Says(Words[random.Next(Words.Length)]);
                    break;
                case 1:
                    town.Clock.Advance(Duration.FromHours(random.Next(1, 60)));
                    break;
                case var _ when seen.Count > 0:
                    await Presses(seen[^(1 + random.Next(Math.Min(Recent, seen.Count)))], random);
                    break;
            }

            return true;
        }
        catch (RehearsalException)
        {
            // Two buttons of one name, a field in error, no button at all.
            return false;
        }
    }

    private static async Task Presses(Seen before, Random random)
    {
        if (before is SeenCard { Titles.Count: > 0 } card)
        {
            await card.OnAnOldScreen().Press(card.Titles[random.Next(card.Titles.Count)]);
        }
        else if (before is SeenForm { Titles.Count: > 0 } form)
        {
            foreach (var label in form.Labels)
                if (form.ChoicesOf(label) is { Count: > 0 } choices)
                    form.Fill(label, choices[random.Next(choices.Count)]);
            await form.Submit(form.Titles[random.Next(form.Titles.Count)]);
        }
    }

    private static async Task CheckEverybody(Town town, Dictionary<PersonId, Mentor> mentors)
    {
        var services = ((RehearsedBot)town.Bot).Services;
        var directory = services.GetRequiredService<IDirectory>();
        Assert.All(await services.GetRequiredService<IRequests>().WithoutWords(default), request => Assert.NotNull(request.NextDue));

        var taken = mentors.Values.SelectMany(mentor => mentor.Taken.Select(place => (Mentor: mentor.Person, place.Mentee, place.Match))).ToList();
        Assert.Distinct(taken.Select(place => place.Match));
        foreach (var place in taken)
        {
            var one = await services.GetRequiredService<IRelationships>().Find(new(place.Match.Value), default);
            Assert.IsType<RelationshipState.Going>(one!.State);
            Assert.Equal((place.Mentor, place.Mentee), (one.Mentor, one.Mentee));
            Assert.DoesNotContain(place.Mentor, await directory.LineAbove(place.Mentee, default));
            Assert.DoesNotContain(place.Mentee, await directory.LineAbove(place.Mentor, default));
            Assert.NotEqual((await directory.Find(place.Mentor, default))!.Manager, (await directory.Find(place.Mentee, default))!.Manager);
        }
    }

    private static async Task<Dictionary<PersonId, Mentor>> Mentors(Town town) =>
        (await ((RehearsedBot)town.Bot).Services.GetRequiredService<IMentors>().All(default)).ToDictionary(mentor => mentor.Person);

    /// <summary>Or at least not further beyond it than before, where they have lowered it since.</summary>
    private static bool IsWithinTheirNumber(Mentor? before, Mentor now) =>
        now.Offers is not { } offers || Count(now) <= offers.Places.Count() || Count(now) <= (before is null ? 0 : Count(before));

    private static int Count(Mentor mentor) => mentor.Reserved.Length + mentor.Taken.Length;
}
