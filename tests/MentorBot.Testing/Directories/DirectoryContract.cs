using System.Collections.Immutable;
using MentorBot.Domain;
using MentorBot.Domain.Directory;
using NodaTime;
using Xunit;

namespace MentorBot.Testing.Directories;

/// <summary>What all directories promise, one fact a promise. The tests of some derive from it and open them with these people in it.</summary>
public abstract class DirectoryContract
{
    private static readonly ImmutableArray<Person> Organisation =
    [
        Person("leila", "Leila Haddad", null, "Chief", "Board"),
        Person("chidi", "Chidi Obi", "leila", "Head of Design", "Design"),
        Person("ase", "Åse Lindqvist", "chidi", "Designer", "Design"),
        Person("jamie", "Jamie O'Connor", "chidi", "Designer", "Design") with { Zone = DateTimeZoneProviders.Tzdb["America/New_York"], Languages = ["pt-BR", "en"] },
        Person("w1", "Wen Li", "ase", "Engineer", "Finance") with { Hours = new(new LocalTime(22, 0), new LocalTime(6, 30)) },
        Person("w2", "Wen Li", "ase", "Engineer", "Finance"),
        Person("taro", "田中 太郎", null, "Engineer", "Finance"),
    ];

    protected abstract IDirectory Open(ImmutableArray<Person> people);

    [Fact]
    public async Task Everybody_is_found_by_their_id_with_all_that_is_known_of_them()
    {
        var directory = Open(Organisation);

        foreach (var person in Organisation)
            Same(person, await directory.Find(person.Id, default));
    }

    [Theory]
    [InlineData("stranger")]
    [InlineData("")]
    [InlineData("..")]
    [InlineData(".")]
    [InlineData("chidi/../leila")]
    [InlineData("chidi?$select=id")]
    [InlineData("%63hidi")]
    [InlineData("Chidi")]
    [InlineData("chidi ")]
    [InlineData("chidi/manager")]
    [InlineData("\u0000")]
    [InlineData("\ud83d")]
    [InlineData("chidi@example.com")]
    public async Task An_id_that_nobody_has_is_nobodys(string id)
    {
        var directory = Open(Organisation);

        Assert.Null(await directory.Find(new(id), default));
        Assert.Empty(await directory.LineAbove(new(id), default));
    }

    [Fact]
    public async Task Everybody_is_found_by_their_mail_in_any_case()
    {
        var directory = Open(Organisation);

        Assert.Equal(new PersonId("chidi"), (await directory.FindByMail("chidi@example.com", default))?.Id);
        Assert.Equal(new PersonId("chidi"), (await directory.FindByMail("CHIDI@Example.com", default))?.Id);
    }

    [Theory]
    [InlineData("")]
    [InlineData("chidi")]
    [InlineData("chidi@example.co")]
    [InlineData("idi@example.com")]
    [InlineData("' or mail ne 'x@example.com")]
    [InlineData("o'connor@example.com")]
    public async Task A_mail_that_nobody_has_is_nobodys(string mail) => Assert.Null(await Open(Organisation).FindByMail(mail, default));

    [Fact]
    public async Task A_mail_that_several_have_is_nobodys()
    {
        var directory = Open([Person("a", "A", null, "", ""), Person("b", "B", null, "", "") with { Mail = "A@example.com" }]);

        Assert.Null(await directory.FindByMail("a@example.com", default));
    }

    [Fact]
    public async Task The_line_above_leads_to_the_top_nearest_first()
    {
        var directory = Open(Organisation);

        Assert.Equal([new PersonId("ase"), new("chidi"), new("leila")], (await directory.LineAbove(new("w1"), default)).AsEnumerable());
        Assert.Empty(await directory.LineAbove(new("leila"), default));
    }

    [Theory]
    [InlineData("chidi", "chidi")]
    [InlineData("CHIDI OBI", "chidi")]
    [InlineData("obi ch", "chidi")]
    [InlineData("  obi,\tchi ", "chidi")]
    [InlineData("ase", "ase")]
    [InlineData("Åse", "ase")]
    [InlineData("A\u030Ase lind", "ase")]
    [InlineData("jam", "jamie")]
    [InlineData("太", "taro")]
    public async Task Somebody_is_found_by_how_the_words_of_their_name_begin(string typed, string id) =>
        Same(Organisation.Single(person => person.Id.Value == id), Assert.Single(await Open(Organisation).Search(typed, 5, default)));

    [Theory]
    [InlineData("")]
    [InlineData("  \t")]
    [InlineData("-'.")]
    [InlineData("\u0000\u0001")]
    [InlineData("\ud800")]
    [InlineData("idi")]
    [InlineData("chidi x")]
    [InlineData("engineer")]
    [InlineData("finance")]
    [InlineData("example.com")]
    [InlineData("\" OR \"displayName:chidi")]
    public async Task Nothing_else_finds_anybody(string typed) => Assert.Empty(await Open(Organisation).Search(typed, 5, default));

    [Fact]
    public async Task A_text_longer_than_any_name_finds_nobody() => Assert.Empty(await Open(Organisation).Search("chidi" + new string(' ', 50_000), 5, default));

    [Fact]
    public async Task Those_found_come_by_name_and_no_more_than_asked_for()
    {
        var directory = Open(
            [Person("1", "Bo Zed", null, "", ""), Person("2", "Ása Berg", null, "", ""), Person("3", "Bo Åberg", null, "", ""), Person("4", "Asa Berg", null, "", ""), Person("5", "Bea Abel", null, "", "")]);

        Assert.Equal(["Ása Berg", "Asa Berg", "Bea Abel", "Bo Åberg"], (await directory.Search("b", 4, default)).Select(person => person.Name));
        Assert.Equal(["Ása Berg"], (await directory.Search("b", 1, default)).Select(person => person.Name));
        Assert.Empty(await directory.Search("b", 0, default));
    }

    [Fact]
    public async Task Namesakes_are_both_found_in_the_order_of_their_ids() =>
        Assert.Equal(["w1", "w2"], (await Open(Organisation).Search("wen li", 5, default)).Select(person => person.Id.Value));

    private static Person Person(string id, string name, string? manager, string title, string department) => new(
        new(id), name, $"{id}@example.com", title, department, manager is null ? null : new PersonId(manager), [], DateTimeZoneProviders.Tzdb["Europe/Lisbon"], new(new(9, 0), new(17, 30)), ["en"]);

    /// <summary>Lists are compared by what is in them.</summary>
    private static void Same(Person expected, Person? found)
    {
        Assert.NotNull(found);
        Assert.Equal(expected.Languages.AsEnumerable(), found.Languages);
        Assert.Equal(expected.WorksWith.AsEnumerable(), found.WorksWith);
        Assert.Equal(expected, found with { Languages = expected.Languages, WorksWith = expected.WorksWith });
    }
}
