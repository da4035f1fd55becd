using static MentorBot.Rehearsal.Tests.Script;

namespace MentorBot.Rehearsal.Tests.Showing;

public sealed class StoryTests
{
    [Fact]
    public async Task Story_is_told_step_by_step_and_ends_with_what_is_on_disk()
    {
        await using var town = await Neighbourhood.With(Replying(Text("Good morning.")));
        await File.WriteAllBytesAsync(Path.Combine(town.DataFolder, "rows.db"), new byte[1234]);
        var (happened, told) = await Tell(town, new Story("A morning")
            .Then("Ana is greeted", async (t, token) =>
            {
                await t.Person("Ana").Says("a text of some length", token);
                t.Person("Ana").Sees("Good morning.");
            })
            .Then("Time passes", (t, _) =>
            {
                t.Clock.Advance(1);
                return Task.CompletedTask;
            }));

        Assert.True(happened);
        Assert.Contains("1. Ana is greeted", told, StringComparison.Ordinal);
        Assert.Contains("Ana Lima says: a text of some length", told, StringComparison.Ordinal);
        Assert.Contains("— a day later —", told, StringComparison.Ordinal);
        Assert.Contains("All 2 steps happened.", told, StringComparison.Ordinal);
        Assert.Contains("1,234  rows.db", told, StringComparison.Ordinal);
        Assert.Contains("None of the 1 texts typed", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nobody_typed_anything_nothing_is_said_to_be_proven()
    {
        await using var town = await Neighbourhood.With(Replying(Text("Good morning.")));
        var (happened, told) = await Tell(town, new Story("A night").Then("Time passes", (t, _) =>
        {
            t.Clock.Advance(1);
            return Task.CompletedTask;
        }));

        Assert.True(happened);
        Assert.EndsWith("Nobody typed a text that could be looked for.", told.TrimEnd(), StringComparison.Ordinal);
        Assert.DoesNotContain("None of", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Story_that_is_interrupted_ends_without_a_word()
    {
        await using var town = await Neighbourhood.With(Replying(Text("Good morning.")));
        using var interruption = new CancellationTokenSource();
        using var told = new StringWriter();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new Story("A morning")
            .Then("Somebody presses Ctrl+C", () => interruption.CancelAsync())
            .Then("Never", (_, _) => throw new InvalidOperationException("played on"))
            .Play(town, told, cancellationToken: interruption.Token));

        Assert.DoesNotContain("did not happen", told.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Step_that_does_not_happen_ends_the_story()
    {
        await using var town = await Neighbourhood.With(Replying(Text("Good morning.")));
        var (happened, told) = await Tell(town, new Story("A morning")
            .Then("Ana is greeted", async (t, token) =>
            {
                await t.Person("Ana").Says("hello", token);
                t.Person("Ana").Sees("Good evening.");
            })
            .Then("Never", (_, _) => throw new InvalidOperationException("played on")));

        Assert.False(happened);
        Assert.Contains("Step 1 of 2 did not happen. Ana Lima should read “Good evening.”", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Leak_ends_the_story_at_the_step_that_leaked()
    {
        var script = new Script();
        await using var town = await Neighbourhood.With(script);
        var (happened, told) = await Tell(town, new Story("A leak")
            .Then("Ana confides", (t, token) => t.Person("Ana").Says("nobody may read this", token))
            .Then("The bot chatters", async (_, _) => await script.Bot.Post(town.Person("Bo").ConversationId, Text("nobody may read this"))));

        Assert.False(happened);
        Assert.Contains("Step 2 of 2 did not happen.", told, StringComparison.Ordinal);
        Assert.Contains("words that Ana Lima typed", told, StringComparison.Ordinal);
    }

    private static async Task<(bool Happened, string Told)> Tell(Town town, Story story)
    {
        using var output = new StringWriter();
        var happened = await story.Play(town, output);
        return (happened, output.ToString());
    }
}
