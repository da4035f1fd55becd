using MentorBot.Adapters.Embedded;
using MentorBot.Domain;
using MentorBot.Domain.Directory;
using NodaTime;

namespace MentorBot.Adapters.Tests.Embedded;

/// <summary>Who is found by what somebody types of a name.</summary>
public sealed class PeopleSearchTests
{
    private static readonly CsvDirectory People = Named(
        "Chidi Obi", "Åse Lindqvist", "Jamie O'Connor", "Mehmet Yılmaz", "Łukasz Øst-Weiß", "Anne-Marie Đorđević", "Tomáš Novák", "Κώστας Παππάς", "田中 太郎", "𠮷田 花", "Wen Li", "Wen Li", "Ibrahim İnce", "Agent 47");

    [Theory]
    [InlineData("chidi", "Chidi Obi")]
    [InlineData("CHIDI OBI", "Chidi Obi")]
    [InlineData("obi ch", "Chidi Obi")]
    [InlineData("  obi,\tchi ", "Chidi Obi")]
    [InlineData("ase", "Åse Lindqvist")]
    [InlineData("Åse", "Åse Lindqvist")]
    [InlineData("A\u030Ase lind", "Åse Lindqvist")]
    [InlineData("oconnor", "Jamie O'Connor")]
    [InlineData("O’Con", "Jamie O'Connor")]
    [InlineData("yilmaz", "Mehmet Yılmaz")]
    [InlineData("YILMAZ", "Mehmet Yılmaz")]
    [InlineData("lukasz ost weiss", "Łukasz Øst-Weiß")]
    [InlineData("marie dord", "Anne-Marie Đorđević")]
    [InlineData("novak", "Tomáš Novák")]
    [InlineData("κωστας", "Κώστας Παππάς")]
    [InlineData("太", "田中 太郎")]
    [InlineData("𠮷", "𠮷田 花")]
    [InlineData("ｃｈｉｄｉ", "Chidi Obi")]
    [InlineData("ince", "Ibrahim İnce")]
    [InlineData("İnce", "Ibrahim İnce")]
    [InlineData("4", "Agent 47")]
    public async Task Somebody_is_found_by_how_the_words_of_their_name_begin(string typed, string name) =>
        Assert.Equal(name, Assert.Single(await People.Search(typed, 5, default)).Name);

    [Theory]
    [InlineData("")]
    [InlineData("  \t")]
    [InlineData("-'.")]
    [InlineData("\u0000\u0001")]
    [InlineData("\ud800")]
    [InlineData("\ufffe")]
    [InlineData("🙂")]
    [InlineData("\u0301")]
    [InlineData("ake")]
    [InlineData("idi")]
    [InlineData("chidi x")]
    [InlineData("chidiobi")]
    [InlineData("p0")]
    [InlineData("example.com")]
    [InlineData("engineer")]
    [InlineData("finance")]
    public async Task Nothing_else_finds_anybody(string typed) => Assert.Empty(await People.Search(typed, 5, default));

    [Theory]
    [InlineData('c')]
    [InlineData(' ')]
    [InlineData('\u0301')]
    public async Task A_text_longer_than_any_name_finds_nobody(char letter) => Assert.Empty(await People.Search("chidi" + new string(letter, 50_000), 5, default));

    [Fact]
    public async Task Those_found_come_by_name_and_no_more_than_asked_for()
    {
        var people = Named("Bo Zed", "Ása Berg", "Bo Åberg", "Asa Berg", "Bea Abel");

        Assert.Equal(["Ása Berg", "Asa Berg", "Bea Abel", "Bo Åberg"], Names(await people.Search("b", 4, default)));
        Assert.Equal(["Ása Berg"], Names(await people.Search("b", 1, default)));
        Assert.Empty(await people.Search("b", 0, default));
    }

    [Fact]
    public async Task Namesakes_are_both_found_in_the_order_of_their_ids() =>
        Assert.Equal(["p10", "p11"], (await People.Search("wen li", 5, default)).Select(person => person.Id.Value));

    [Fact]
    public async Task Everybody_is_found_by_their_whole_name()
    {
        foreach (var person in People.People)
            Assert.Contains(person, await People.Search(person.Name, 5, default));
    }

    private static IEnumerable<string> Names(IEnumerable<Person> people) => people.Select(person => person.Name);

    private static CsvDirectory Named(params string[] names) => new(
    [
        .. names.Select((name, at) => new Person(
            new PersonId($"p{at}"), name, $"p{at}@example.com", "Engineer", "Finance", null, [], DateTimeZone.Utc, new(new(9, 0), new(17, 0)), ["en"])),
    ]);
}
