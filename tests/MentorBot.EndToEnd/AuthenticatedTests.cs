using MentorBot.Rehearsal;
using MentorBot.Rehearsal.Stories;
using MentorBot.Testing.Services;
using MentorBot.Testing.Towns;

namespace MentorBot.EndToEnd;

/// <summary>Everybody proves who they are: Teams to the bot, with a signed token, and the bot to Teams.</summary>
public sealed class AuthenticatedTests
{
    [Fact]
    public async Task The_shortest_path_is_the_same_and_one_token_does_for_all_that_is_sent()
    {
        await using var issuer = await LocalIssuer.Start();
        await using var town = await Town(issuer, admits: authorization => issuer.Gave(authorization, LocalIssuer.Issuer));
        var story = new ShortestPathStory(town);

        await story.Told.Happens(town);

        Assert.Equal((4, 1, 1), (story.TapsOfMentee, story.TapsOfMentor, story.TapsOfCoordinator));
        Assert.Single(issuer.TokenRequests);
        Assert.Equal(1, issuer.KeyFetches);
    }

    [Fact]
    public async Task A_bot_that_Teams_turns_away_writes_nobody_off()
    {
        await using var issuer = await LocalIssuer.Start();
        var isAdmitted = false;
        await using var town = await Town(issuer, _ => isAdmitted);
        var ana = town.Person("Ana");
        await ana.Installs(repeats: 0);
        await town.Bot.RunUntilIdle(CancellationToken.None);
        town.Expected("with a token that is not good here");

        isAdmitted = true;
        await town.Later(NodaTime.Duration.FromMinutes(2));

        ana.Sees("Hello, I arrange conversations");
    }

    private static Task<Town> Town(LocalIssuer issuer, Func<string?, bool> admits) => TestTown.Start(
        TownOptions.Usual with
        {
            BotId = $"28:{LocalIssuer.AppId}",
            Signs = activity => $"Bearer {issuer.ForActivity((string?)activity["serviceUrl"])}",
            Admits = admits,
        },
        builder => LocalIssuer.Trust(builder.Services),
        issuer.Settings());
}
