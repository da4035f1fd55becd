using System.Globalization;
using MentorBot.Domain;
using MentorBot.Domain.Bundles;
using MentorBot.Domain.Matching;
using MentorBot.Domain.MyData;
using MentorBot.Domain.Profiles;
using MentorBot.Domain.Programme;
using MentorBot.Domain.Roster;
using MentorBot.Storage.Due;
using MentorBot.Storage.Outbox;
using MentorBot.Storage.Roster;
using MentorBot.Storage.Rows;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using static MentorBot.Storage.Tests.StorageRoom;

namespace MentorBot.Storage.Tests.Roster;

/// <summary>A roster stands as a whole or not at all, and who may mentor is asked once ever.</summary>
public sealed class RosterRowsTests : IDisposable
{
    private readonly StorageRoom room = new();
    private readonly Ids ids = new();
    private readonly Mentions mentions = new();
    private readonly RosterRows rosters;
    private readonly Worker worker;

    public RosterRowsTests()
    {
        rosters = new(room.Watched, room.Decisions, room.Mentors, ids, Programme, room.Clock);
        IStep[] steps = [new AskPossibleMentors(room.Rounds, room.Decisions, rosters, room.Profiles, Programme, room.Clock), new SweepRoster(room.Rounds, room.Decisions, Programme), mentions];
        var postman = new Postman(room.Rounds, room.Decisions, room.Notices, steps, room.Counts, room.Clock, NullLogger<Postman>.Instance);
        worker = new(room.Rounds, room.Decisions, postman, [], room.Nudges, room.Queue, room.Clock, room.Timers, NullLogger<Worker>.Instance);
    }

    public void Dispose() => room.Dispose();

    [Fact]
    public async Task A_new_roster_takes_the_place_of_the_whole_old_one_which_is_swept()
    {
        var first = await TakeOver(People(250, group: "One"));
        var second = await TakeOver(People(120, group: "Two"), first.Version);

        Assert.Equal(new("p001", "Two", false), Plain(await rosters.Entry(new("p001"), default)));
        Assert.Null(await rosters.Entry(new("p121"), default));
        await Later(RosterRows.SweptAfter);

        Assert.Empty(await Lines(first.Version));
        Assert.Equal(120, (await Lines(second.Version)).Length);
        Assert.Equal(["roster"], await room.Keys(PartitionOf.Roster(Contoso)));
    }

    [Fact]
    public async Task What_was_compared_with_another_roster_is_not_taken_over_and_leaves_nothing()
    {
        var first = await TakeOver(People(3));
        await TakeOver(People(4), first.Version);

        Assert.IsType<RosterOutcome.Changed>(await rosters.TakeOver(People(5), first.Version, default));
        Assert.IsType<RosterOutcome.Changed>(await rosters.TakeOver(People(5), StandingRoster.None, default));
        Assert.Equal(4, (await rosters.Find(default))!.People);

        await Later(RosterRows.SweptAfter);
        foreach (var version in ids.Given[2..])
            Assert.Empty(await Lines(version));
    }

    [Fact]
    public async Task Taken_over_twice_it_is_the_same_roster()
    {
        var first = await TakeOver(People(3));

        Assert.Equal(first.Version, (await TakeOver(People(3))).Version);
        Assert.Single(ids.Given);
    }

    [Fact]
    public async Task Cut_short_at_any_write_the_old_roster_stands_and_what_was_begun_is_swept()
    {
        var old = await TakeOver(People(5));
        for (var writes = 0; ; writes++)
        {
            using var death = new CancellationTokenSource();
            var left = writes;
            room.Watched.BeforeTransact = _ =>
            {
                if (left-- == 0)
                    death.Cancel();
                death.Token.ThrowIfCancellationRequested();
            };
            try
            {
                await rosters.TakeOver(People(950, "New"), old.Version, death.Token);
                break;
            }
            catch (OperationCanceledException)
            {
                room.Watched.BeforeTransact = _ => { };
                Assert.Equal(old.Version, (await rosters.Find(default))!.Version);
                await Later(RosterRows.SweptAfter);
                Assert.Empty(await Lines(ids.Given[^1]));
            }
        }

        room.Watched.BeforeTransact = _ => { };
        Assert.Equal(950, (await rosters.Find(default))!.People);
    }

    [Fact]
    public async Task One_that_was_swept_while_it_was_written_never_stands()
    {
        var sweep = new SweepRoster(room.Rounds, room.Decisions, Programme);
        var isSwept = false;
        room.Watched.BeforeTransact = partition =>
        {
            if (isSwept || partition.Key != PartitionOf.RosterLines(Contoso, "0001").Key)
                return;
            isSwept = true;
            sweep.Run("contoso", "0001", default).GetAwaiter().GetResult();
        };

        Assert.IsType<RosterOutcome.Changed>(await rosters.TakeOver(People(3), StandingRoster.None, default));
        Assert.Null(await rosters.Find(default));
    }

    [Fact]
    public async Task Who_may_mentor_is_asked_once_ever_and_who_mentors_or_wants_to_hear_nothing_is_not()
    {
        await HasBot("ana");
        await HasBot("quiet", isSilent: true);
        await HasBot("mentors");
        await room.Decisions.Run(
            PartitionOf.Matching(Contoso), _ => Task.FromResult(true), (_, _) => ValueTask.FromResult(new Storage.Deciding.Plan<bool>(true, [MentorWrite("mentors")], [])), default);

        var first = await TakeOver(NewRoster.Of(MayMentor("ana", "quiet", "mentors", "without-bot")));
        await Settles();
        Assert.Equal(["ana roster.ask 1 ana"], mentions.Subjects);
        Assert.Equal((AskStage.Asked, null, AskStage.Settled, AskStage.Waits), (await Stage("ana"), await Stage("quiet"), await Stage("mentors"), await Stage("without-bot")));

        var second = await TakeOver(NewRoster.Of([]), first.Version);
        await TakeOver(NewRoster.Of(MayMentor("ana", "ben")), second.Version);
        await Settles();
        Assert.Equal((1, AskStage.Waits), (mentions.Subjects.Count, await Stage("ben")));
        Assert.Empty((await rosters.Compare(NewRoster.Of(MayMentor("ana", "mentors", "without-bot")), default)).Asked);
    }

    [Fact]
    public async Task Asking_that_is_carried_out_again_asks_nobody_again_and_goes_on_where_it_was_cut_short()
    {
        var people = Enumerable.Range(1, 45).Select(number => $"p{number:000}").ToArray();
        foreach (var person in people)
            await HasBot(person);
        var standing = await TakeOver(NewRoster.Of(MayMentor(people)));
        var ask = new AskPossibleMentors(room.Watched, room.Decisions, rosters, room.Profiles, Programme, room.Clock);
        using var death = new CancellationTokenSource();
        var writes = 0;
        room.Watched.BeforeTransact = partition =>
        {
            if (partition.Table == Table.Roster && ++writes == 2)
                death.Cancel();
            death.Token.ThrowIfCancellationRequested();
        };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ask.Run("contoso", standing.Version, death.Token));
        room.Watched.BeforeTransact = _ => { };

        await ask.Run("contoso", standing.Version, default);
        await Settles();
        await ask.Run("contoso", standing.Version, default);
        await Settles();

        Assert.Equal(people.Select(person => $"{person} roster.ask 1 {person}"), mentions.Subjects.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Who_is_forgotten_is_listed_no_more_and_not_asked_again()
    {
        await HasBot("ana");
        var first = await TakeOver(NewRoster.Of(MayMentor("ana", "ben")));
        await Settles();

        await rosters.Forget(new("ana"), default);
        await rosters.Forget(new("ana"), default);
        await rosters.Forget(new("stranger"), default);

        Assert.Null(await rosters.Entry(new("ana"), default));
        Assert.Equal((AskStage.Settled, null), (await Stage("ana"), await Stage("stranger")));
        var again = await rosters.Compare(NewRoster.Of(MayMentor("ana", "ben")), default);
        Assert.Equal((0, 0, 0), (again.New, again.OtherGroup, again.NoLonger));
        await HasBot("ana");
        await TakeOver(NewRoster.Of(MayMentor("ana")), first.Version);
        await Settles();
        Assert.Single(mentions.Subjects);
    }

    [Fact]
    public async Task Everybody_reads_what_the_roster_says_of_them()
    {
        await TakeOver(NewRoster.Of([new(new("ana"), "Field", true)]));
        await Settles();

        var told = new List<OwnSection>();
        await foreach (var section in new OwnRosterData(rosters).Of(new("ana"), default))
            told.Add(section);

        Assert.Equal(["group: Field", "thoughtOfAsMentor: yes", "askedToMentor: Waits"], Assert.Single(told).Values.Select(value => $"{value.Name}: {value.Value}"));
        await foreach (var _ in new OwnRosterData(rosters).Of(new("ben"), default))
            Assert.Fail("Nothing is held of Ben.");
    }

    [Fact]
    public async Task The_groups_of_the_roster_stand_beside_those_of_the_settings()
    {
        var groups = new StandingGroups(Programme with { Groups = [new("none", "Nobody", ["nowhere"])] }, rosters, room.Directory);
        Assert.Equal(["Nobody"], (await groups.All(default)).Select(group => group.Name));
        await TakeOver(NewRoster.Of([new(new("ana"), "Field", false), new(new("ben"), "FIELD", false), new(new("chidi"), null, false)]));

        var all = await groups.All(default);
        Assert.Equal(["Nobody", "Field"], all.Select(group => group.Name));
        Assert.Equal([new("ana"), new("ben")], (await groups.Among([new("ana"), new("ben"), new("chidi"), new("dora")], all[1].Id, default)).OrderBy(person => person.Value));
        Assert.Empty(await groups.Among([new("ana")], RosterGroup.IdOf("other"), default));
    }

    private static (string, string?, bool) Plain(RosterEntry? entry) => (entry!.Person.Value, entry.Group, entry.MayMentor);

    private static NewRoster People(int count, string? group = null) =>
        NewRoster.Of(Enumerable.Range(1, count).Select(number => new RosterEntry(new(number.ToString("'p'000", CultureInfo.InvariantCulture)), group, false)));

    private static IEnumerable<RosterEntry> MayMentor(params string[] people) => people.Select(person => new RosterEntry(new(person), null, true));

    private static Write.Insert MentorWrite(string person) => new Write.Insert("mentor-" + person, new PropertyBag { { "person", person }, { "standing", MentorStanding.Paused }, { "silences", 0 }, { "begun", 0 } }.Properties);

    private Task<AskStage?> Stage(string person) => rosters.Asked(new(person), default);

    private async Task<StandingRoster> TakeOver(NewRoster next, string basis = StandingRoster.None) =>
        Assert.IsType<RosterOutcome.Stands>(await rosters.TakeOver(next, basis, default)).Now;

    private Task<Profile> HasBot(string person, bool isSilent = false) => room.Profiles.Change(
        new(person), found => found with { Reach = new("http://127.0.0.1:9/", "msteams", "a", "b", "c"), IsSilent = isSilent }, default);

    private Task<string[]> Lines(string version) => room.Keys(PartitionOf.RosterLines(Contoso, version));

    private async Task Later(Duration time)
    {
        room.Clock.Advance(time);
        await Settles();
    }

    private Task Settles() => worker.RunUntilIdle(default);

    private sealed class Ids : INewIds
    {
        private readonly List<string> given = [];

        public List<string> Given => given;

        public string Next()
        {
            given.Add((given.Count + 1).ToString("0000", CultureInfo.InvariantCulture));
            return given[^1];
        }
    }

    private sealed class Mentions : IStep
    {
        public List<string> Subjects { get; } = [];

        public string Kind => BundleNotices.Mention;

        public Task Run(string home, string subject, CancellationToken cancellationToken)
        {
            Subjects.Add(subject);
            return Task.CompletedTask;
        }
    }
}
