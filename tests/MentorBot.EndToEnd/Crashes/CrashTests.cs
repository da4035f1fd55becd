using MentorBot.Rehearsal;
using MentorBot.Rehearsal.Stories;
using MentorBot.Settings;
using MentorBot.Storage.Rows;
using MentorBot.Testing.Towns;
using NodaTime;

namespace MentorBot.EndToEnd.Crashes;

/// <summary>The bot dies at every commit, on either side of it; another one goes on in its folder, and the end is the same.</summary>
public sealed class CrashTests(SavedTowns saved) : IClassFixture<SavedTowns>
{
    private static readonly BotSettings Settings = TestTown.Settings();

    /// <summary>Every kind of commit that the product knows, but those of drafts, reminders and second rounds, which the long story has.</summary>
    private static readonly string[] KindsOfCommits =
    [
        "BotState: Delete state",
        "BotState: Upsert state",
        "Due: Delete pointer",
        "Due: Upsert pointer",
        "Keys: Insert key",
        "Matching: Delete mentor",
        "Matching: Insert mentor",
        "Matching: Replace mentor",
        "People: Delete card-offers.enrolling, Delete outbox-offers.enrolling, Delete sending-offers.enrolling",
        "People: Delete card-offers.mentor, Delete outbox-offers.mentor, Delete sending-offers.mentor",
        "People: Delete card-offers.partner, Delete outbox-offers.partner, Delete sending-offers.partner",
        "People: Delete card-offers.review, Delete outbox-offers.review, Delete sending-offers.review",
        "People: Delete offer, Insert seen, Upsert outbox-offers.list, Upsert outbox-offers.mentor",
        "People: Delete outbox-offers.back, Delete sending-offers.back",
        "People: Delete outbox-offers.enrolling, Delete sending-offers.enrolling, Upsert card-offers.enrolling",
        "People: Delete outbox-offers.list, Delete sending-offers.list",
        "People: Delete outbox-offers.mentor, Delete sending-offers.mentor, Upsert card-offers.mentor",
        "People: Delete outbox-offers.partner, Delete sending-offers.partner, Upsert card-offers.partner",
        "People: Delete outbox-offers.review, Delete sending-offers.review, Upsert card-offers.review",
        "People: Delete outbox-welcome.hello, Delete sending-welcome.hello",
        "People: Delete seen",
        "People: Insert offer, Upsert outbox-offers.enrolling, Upsert outbox-offers.list, Upsert outbox-offers.partner",
        "People: Insert profile",
        "People: Insert sending-offers.back",
        "People: Insert sending-offers.enrolling",
        "People: Insert sending-offers.list",
        "People: Insert sending-offers.mentor",
        "People: Insert sending-offers.partner",
        "People: Insert sending-offers.review",
        "People: Insert sending-welcome.hello",
        "People: Replace offer, Upsert outbox-offers.back, Upsert outbox-offers.list, Upsert outbox-offers.mentor",
        "People: Replace offer, Upsert outbox-offers.enrolling, Upsert outbox-offers.list, Upsert outbox-offers.mentor, Upsert outbox-offers.review",
        "People: Replace offer, Upsert outbox-offers.enrolling, Upsert outbox-offers.list, Upsert outbox-offers.partner, Upsert outbox-offers.review",
        "People: Replace offer, Upsert outbox-offers.list, Upsert outbox-offers.mentor",
        "People: Replace profile",
        "People: Replace profile, Upsert outbox-welcome.hello",
    ];

    [Fact]
    public async Task Short_story_ends_the_same_whichever_commit_the_bot_dies_at()
    {
        var undisturbed = await PlayShort(new Journal());
        Played.AssertSame(KindsOfCommits, KindsIn(undisturbed.Journal));
        Assert.True(undisturbed.Journal.Commits.Count >= 79, $"The short story came down to {undisturbed.Journal.Commits.Count} commits: what does it no longer cover?");

        await undisturbed.AssertAllEndAlike(undisturbed.Points, PlayShort);
    }

    [Fact]
    public async Task Acceptance_ends_the_same_whichever_commit_the_bot_dies_at()
    {
        var undisturbed = await PlayAcceptance(new Journal());
        Assert.True(undisturbed.Points.Count >= 60, $"The shortest path came down to {undisturbed.Points.Count} points to die at: what does it no longer cover?");

        await undisturbed.AssertAllEndAlike(undisturbed.Points, PlayAcceptance);
    }

    [Fact]
    public async Task Whole_story_ends_the_same_at_a_sample_of_its_commits()
    {
        var undisturbed = await PlayLong(new Journal());
        var points = undisturbed.Points.ToArray();
        new Random(11).Shuffle(points);
        await undisturbed.AssertAllEndAlike(points[..12], PlayLong);
    }

    [Fact]
    public async Task Conversation_and_what_is_kept_end_the_same_whichever_commit_the_bot_dies_at()
    {
        var undisturbed = await PlayTalk(new Journal());
        await undisturbed.AssertAllEndAlike(undisturbed.Points, PlayTalk);
    }

    [Fact]
    public async Task What_lies_between_conversations_ends_the_same_whichever_commit_the_bot_dies_at()
    {
        var undisturbed = await PlayBetween(new Journal());
        await undisturbed.AssertAllEndAlike(undisturbed.Points, PlayBetween);
    }

    [Fact]
    public async Task Stopping_ends_the_same_whichever_commit_the_bot_dies_at()
    {
        var undisturbed = await PlayStopping(new Journal());
        await undisturbed.AssertAllEndAlike(undisturbed.Points, PlayStopping);
    }

    [Fact]
    public async Task Silence_ends_the_same_whichever_commit_the_bot_dies_at()
    {
        var undisturbed = await PlaySilence(new Journal());
        await undisturbed.AssertAllEndAlike(undisturbed.Points, PlaySilence);
    }

    [Fact]
    public async Task A_quiet_month_ends_the_same_whichever_commit_the_bot_dies_at()
    {
        var undisturbed = await PlayQuiet(new Journal());
        await undisturbed.AssertAllEndAlike(undisturbed.Points, PlayQuiet);
    }

    [Fact]
    public async Task A_stretch_apart_ends_the_same_whichever_commit_the_bot_dies_at()
    {
        var undisturbed = await PlayApart(new Journal());
        await undisturbed.AssertAllEndAlike(undisturbed.Points, PlayApart);
    }

    [Fact]
    public async Task A_last_conversation_ends_the_same_whichever_commit_the_bot_dies_at()
    {
        var undisturbed = await PlayLast(new Journal());
        await undisturbed.AssertAllEndAlike(undisturbed.Points, PlayLast);
    }

    [Fact]
    public async Task Being_forgotten_ends_the_same_whichever_commit_the_bot_dies_at()
    {
        var undisturbed = await PlayLeaving(new Journal());
        await undisturbed.AssertAllEndAlike(undisturbed.Points, PlayLeaving);
    }

    [Fact]
    public async Task A_check_in_that_is_stopped_ends_the_same_whichever_kind_of_commit_the_bot_dies_at()
    {
        var undisturbed = await PlayStoppedCheckIn(new Journal());
        await undisturbed.AssertAllEndAlike(undisturbed.PointsThatDiffer, PlayStoppedCheckIn);
    }

    [Fact]
    public async Task A_check_in_that_is_folded_and_repeated_ends_the_same_whichever_kind_of_commit_the_bot_dies_at()
    {
        var undisturbed = await PlayCheckIn(new Journal());
        await undisturbed.AssertAllEndAlike(undisturbed.PointsThatDiffer, PlayCheckIn);
    }

    [Fact]
    public async Task Looking_back_ends_the_same_whichever_commit_the_bot_dies_at()
    {
        var undisturbed = await PlayLookingBack(new Journal());
        await undisturbed.AssertAllEndAlike(undisturbed.Points, PlayLookingBack);
    }

    [Fact]
    public async Task A_list_of_people_ends_the_same_whichever_commit_the_bot_dies_at()
    {
        var undisturbed = await PlayRoster(new Journal());
        await undisturbed.AssertAllEndAlike(undisturbed.Points, PlayRoster);
    }

    [Fact]
    public async Task A_learning_story_ends_the_same_whichever_commit_the_bot_dies_at()
    {
        var undisturbed = await PlayStoryOfTwo(new Journal());
        await undisturbed.AssertAllEndAlike(undisturbed.Points, PlayStoryOfTwo);
    }

    [Fact]
    public async Task Every_kind_of_step_is_carried_out_in_a_story_in_which_the_bot_dies()
    {
        var (known, done) = (new SortedSet<string>(StringComparer.Ordinal), new HashSet<string>());
        foreach (var play in (Func<Journal, Task<Played>>[])[PlayShort, PlayAcceptance, PlayTalk, PlayBetween, PlayStopping, PlayQuiet, PlaySilence, PlayApart, PlayLast, PlayLeaving, PlayStoppedCheckIn, PlayCheckIn, PlayLookingBack, PlayRoster, PlayCounted, PlayStoryOfTwo])
        {
            var played = await play(new Journal());
            known.UnionWith(played.Journal.Steps);
            done.UnionWith(played.StepsDone);
        }

        Assert.NotEmpty(known);
        known.ExceptWith(done);
        Assert.True(known.Count == 0, $"No story of these tests carries out {string.Join(", ", known)}: let somebody do what leads to it in one of them.");
    }

    private static string[] KindsIn(Journal journal) =>
        [.. journal.Commits.Select(commit => $"{commit.Table}: {string.Join(", ", commit.Kinds)}").Distinct().Order(StringComparer.Ordinal)];

    private static Task<Played> PlayShort(Journal journal) => Play(journal, async town =>
    {
        var story = new ShortStory(town);
        await story.PlayFirstPart();
        await story.Rests();
        var open = await Ending.Of(town, journal);
        Assert.Equal([$"ana.lima offers: {ShortStory.AboutAna}"], open.Words);
        await story.PlayLastPart();
        var gone = await Ending.Of(town, journal);
        Assert.DoesNotContain(gone.Rows, row => row.StartsWith(nameof(Table.Due), StringComparison.Ordinal) || row.Contains("outbox-", StringComparison.Ordinal));
        return [open, gone];
    });

    private Task<Played> PlayAcceptance(Journal journal) => saved.AnaMentors.Play(journal, async town =>
    {
        var story = new AcceptanceStory(town);
        await story.Play();
        await story.Rests();

        // What came due while they rested has young pointers.
        await story.Rests();
        var ending = await Ending.Of(town, journal);
        Assert.Equal([$"ana.lima with ben.carter: {AcceptanceStory.WordsOfBen}", $"ben.carter with ana.lima: {AcceptanceStory.WordsOfBen}"], ending.Words);
        return [ending];
    });

    private static Task<Played> PlayLong(Journal journal) => Play(journal, async town =>
    {
        await new OfferingStory(town).Told.Happens(town);
        await town.Later(Duration.FromDays(90));
        return [await Ending.Of(town, journal)];
    });

    private Task<Played> PlayTalk(Journal journal) => saved.Booked.Play(journal, async town =>
    {
        await new TalkStory(town).Play();
        return [await Ending.Of(town, journal)];
    });

    private Task<Played> PlayBetween(Journal journal) => saved.NothingBooked.Play(journal, async town =>
    {
        await new BetweenTalksStory(town).Play();
        return [await Ending.Of(town, journal)];
    });

    private Task<Played> PlayStopping(Journal journal) => saved.Booked.Play(journal, async town =>
    {
        await new SmallStory(town).BenStops();
        return [await Ending.Of(town, journal)];
    });

    private Task<Played> PlayQuiet(Journal journal) => saved.NothingBooked.Play(journal, async town =>
    {
        await new SmallStory(town).AnaIsQuietForAMonth();
        return [await Ending.Of(town, journal)];
    });

    private Task<Played> PlaySilence(Journal journal) => saved.Asked.Play(journal, async town =>
    {
        await new SmallStory(town).AnaIsSilent();
        return [await Ending.Of(town, journal)];
    });

    private Task<Played> PlayApart(Journal journal) => PlayOn(saved.NothingBooked, journal, town => new PartingStory(town).Apart());

    private Task<Played> PlayLast(Journal journal) => PlayOn(saved.Booked, journal, town => new PartingStory(town).OneLast());

    private Task<Played> PlayLeaving(Journal journal) => PlayOn(saved.NothingBooked, journal, town => new LeavingStory(town).Play());

    private Task<Played> PlayStoppedCheckIn(Journal journal) => PlayOn(saved.FivePairs, journal, town => new CheckInStory(town).IsStopped());

    private Task<Played> PlayCheckIn(Journal journal) => PlayOn(saved.Answered, journal, town => new CheckInStory(town).IsFoldedAndRepeated());

    private Task<Played> PlayLookingBack(Journal journal) => PlayOn(saved.FourLookedBack, journal, town => new LastToLookBack(town).Play());

    private Task<Played> PlayRoster(Journal journal) => PlayOn(saved.AnaMentors, journal, town => new RosterCrashStory(town).Play());

    private Task<Played> PlayCounted(Journal journal) => PlayOn(saved.Booked, journal, town => new CountedStory(town).Play());

    private Task<Played> PlayStoryOfTwo(Journal journal) => PlayOn(saved.NothingBooked, journal, town => new StoryOfTwo(town).Play());

    private static Task<Played> PlayOn(SavedTown from, Journal journal, Func<Town, Task> story) => from.Play(journal, async town =>
    {
        await story(town);
        return [await Ending.Of(town, journal)];
    });

    private static Task<Played> Play(Journal journal, Func<Town, Task<Ending[]>> story) => Played.In(Settings, journal, story);
}
