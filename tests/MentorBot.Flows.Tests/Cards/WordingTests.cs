using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;

namespace MentorBot.Flows.Tests.Cards;

/// <summary>How the bot speaks.</summary>
public sealed partial class WordingTests
{
    private const int MostWordsOfALine = 45;
    private const int MostWordsOfTheNotice = 60;

    /// <summary>The language of programmes and of software, which nobody speaks to a colleague.</summary>
    private static readonly string[] Jargon =
    [
        "request", "requests", "queue", "capacity", "sign off", "sign up", "evaluate", "evaluation", "assess", "assessment", "programme", "program", "mentee", "mentees", "match", "matches",
        "matched", "matching", "enrol", "enrolment", "onboarding", "workflow", "pipeline", "deadline", "overdue", "task", "tasks", "ticket", "user", "users", "submit", "submission",
        "invalid", "mandatory", "required", "kpi", "goal", "goals", "performance", "compliance", "approve", "approved", "approval", "reject", "rejected", "participant", "participants",
        "stakeholder", "leverage", "utilise", "kindly", "oops", "congratulations", "awesome", "great job",
    ];

    public static TheoryData<string> Sentences => [.. WordResources.All.Select(word => word.ToString())];

    [Theory]
    [MemberData(nameof(Sentences))]
    public void A_line_is_short_calm_and_free_of_jargon(string name)
    {
        var line = WordResources.All.Single(word => word.ToString() == name);
        var plain = $" {NotALetter().Replace(line.Value.ToLowerInvariant(), " ")} ";

        Assert.DoesNotMatch("[!！¡]", line.Value);
        Assert.All(Jargon, word => Assert.DoesNotContain($" {word} ", plain, StringComparison.Ordinal));
        Assert.InRange(WordsIn(line.Value), 1, name is "PrivacyText.ForMentors" or "PrivacyText.ForAsking" ? MostWordsOfTheNotice : MostWordsOfALine);
    }

    [Fact]
    public void No_place_is_left_unfilled_on_a_card()
    {
        var unfilled =
            from card in EveryCard.All
            from text in card.Value.Json.DescendantsAndSelf().OfType<JValue>()
            where text.Value is string value && Place().IsMatch(value)
            select $"{card.Key}: {text.Path} says “{text.Value}”";

        Assert.Empty(unfilled);
    }

    [Fact]
    public void No_card_in_the_chat_shows_what_somebody_wrote() =>
        Assert.All(EveryCard.All.Values.Where(card => !card.IsForm), card => Assert.DoesNotContain("broken", card.Json.ToString(), StringComparison.Ordinal));

    private static int WordsIn(string line) => line.Split([' ', '|', '\n'], StringSplitOptions.RemoveEmptyEntries).Count(word => word.Any(char.IsLetterOrDigit));

    [GeneratedRegex(@"[^\p{L}\p{Nd}]+")]
    private static partial Regex NotALetter();

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Place();
}
