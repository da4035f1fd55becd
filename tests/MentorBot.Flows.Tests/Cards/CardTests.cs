using System.Runtime.CompilerServices;
using MentorBot.Testing.Cards;

namespace MentorBot.Flows.Tests.Cards;

/// <summary>Every card and form, read as people get it: its snapshot, the schema, the house's rules.</summary>
public sealed class CardTests
{
    public static TheoryData<string> Names => [.. EveryCard.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_card_is_as_its_snapshot_says(string name) => Snapshot.Match(EveryCard.All[name].Snapshot, name);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_card_keeps_to_the_schema_and_to_the_rules_of_the_house(string name)
    {
        var card = EveryCard.All[name];

        Assert.Empty(CardSchema.Check(card.Json));
        Assert.Empty(CardLint.Check(card.Json, card.IsForm, card.Written));
    }

    [Fact]
    public void A_snapshot_is_of_a_card_that_there_is()
    {
        var files = Directory.EnumerateFiles(Path.Combine(ProjectFolder(), "Snapshots"), "*.json").Select(file => Path.GetFileNameWithoutExtension(file)!);

        Assert.Empty(files.Except(EveryCard.All.Keys));
    }

    private static string ProjectFolder([CallerFilePath] string here = "") => Path.GetDirectoryName(Path.GetDirectoryName(here))!;
}
