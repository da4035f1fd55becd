using MentorBot.Rehearsal;
using MentorBot.Testing.Towns;
using NodaTime;

namespace MentorBot.EndToEnd.Silence;

/// <summary>
/// Every question has a default, said on its card, and at most one reminder; and silence is shown to nobody as a fault.
/// <see cref="Questions"/> lists them all; here each is asked and left without an answer.
/// </summary>
public sealed class DefaultsOfSilenceTests
{
    private static readonly Duration AMinute = Duration.FromMinutes(1);

    /// <summary>Nobody reads anything like this, about themselves or about another.</summary>
    private static readonly string[] Blame =
    [
        "didn't answer", "did not answer", "hasn't answered", "no answer from", "unanswered", "didn't reply", "no response", "ignored", "overdue", "missed", "too late", "expired",
        "failed", "forgot", "should have", "still waiting", "unfortunately",
    ];

    public static TheoryData<string> Titles => [.. Questions.All.Select(question => question.Title)];

    [Theory]
    [MemberData(nameof(Titles))]
    public async Task Left_without_an_answer_it_ends_as_its_card_says(string title)
    {
        var question = Questions.All.Single(each => each.Title == title);
        await using var town = await TestTown.Start();
        var scene = new Scene(town);

        var asked = await question.Asks(scene);
        asked.Sees(question.Says);
        var messages = Messages(asked);

        if (question.Reminder is var (remindedAt, reminder))
        {
            await AMinuteBefore(remindedAt);
            Assert.Equal(messages, Messages(asked));
            await Until(remindedAt);
            asked.Sees(reminder);
            Assert.Equal(++messages, Messages(asked));
        }

        (Resident Who, LocalDateTime At, string Says)[] told =
        [
            .. question.Then is { } then ? [(asked, question.Ends, then)] : Array.Empty<(Resident, LocalDateTime, string)>(),
            .. question.Others.Select(other => (town.Person(other.Who), other.At, other.Says)),
        ];
        var before = told.Select(one => Showing(one.Who, one.Says)).ToList();
        foreach (var at in told.Select(one => one.At).Append(question.Ends).Distinct().Order())
        {
            await AMinuteBefore(at);
            foreach (var (one, shown) in told.Zip(before).Where(each => each.First.At >= at))
                Assert.True(shown == Showing(one.Who, one.Says), $"{one.Who.Name} should not yet read “{one.Says}”, and does:\n{one.Who.DrawnChat()}");
            if (at == question.Ends)
                Assert.True(messages == Messages(asked), $"{asked.Name} should have heard nothing more until now:\n{asked.DrawnChat()}");

            await Until(at);
            foreach (var (one, shown) in told.Zip(before).Where(each => each.First.At == at))
                Assert.True(shown < Showing(one.Who, one.Says), $"{one.Who.Name} should read “{one.Says}” now, and does not:\n{one.Who.DrawnChat()}");
            if (at == question.Ends)
                Assert.Equal(question.Then is null || question.EndsInPlace ? messages : messages + question.Messages, Messages(asked));
        }

        await NobodyIsBlamed(town);

        Task Until(LocalDateTime time) => scene.Until(question.ZoneOf, time);
        Task AMinuteBefore(LocalDateTime time) => scene.Until(question.ZoneOf, time, AMinute);
    }

    /// <summary>Not in what came, and not in where they are.</summary>
    private static async Task NobodyIsBlamed(Town town)
    {
        foreach (var person in town.Residents.Where(person => person.Presence == Presence.Installed))
        {
            await person.Says("where am i");
            await town.Settles();
            foreach (var words in Blame)
                person.DoesNotSee(words);
        }
    }

    /// <summary>A coordinator's desk comes by the day, whatever is asked.</summary>
    private static int Messages(Resident person) => person.Chat.Count(IsShown) - Showing(person, "Your desk");

    /// <summary>On how many cards and messages the person can read this.</summary>
    private static int Showing(Resident person, string words) =>
        person.Chat.Count(entry => IsShown(entry) && (entry.Card?.ToString() ?? entry.Text ?? "").Contains(words, StringComparison.Ordinal));

    private static bool IsShown(ChatEntry entry) => entry is { IsFromBot: true, IsDeleted: false };
}
