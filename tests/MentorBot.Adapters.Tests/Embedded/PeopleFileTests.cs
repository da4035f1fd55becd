using System.Globalization;
using System.Text;
using MentorBot.Adapters.Embedded;
using MentorBot.Domain;
using MentorBot.Domain.Directory;
using NodaTime;

namespace MentorBot.Adapters.Tests.Embedded;

public sealed class PeopleFileTests : IDisposable
{
    private const string Header = "id,name,mail,title,department,manager,worksWith,timeZone,workingHours,languages";
    private const string Top = "top,Toni Top,top@example.com,Director,Board,,,Europe/Lisbon,09:00-17:00,en";

    private readonly string folder = System.IO.Directory.CreateTempSubdirectory("people").FullName;

    public void Dispose() => System.IO.Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_line_becomes_a_person_with_everything_the_file_says()
    {
        var directory = Good(Header, Top, "ana,Ana Lima,ana@example.com,Engineer,Engineering,top,top,Europe/Amsterdam,08:30-17:15,pt-br;EN;zh-hant");

        var ana = await directory.Find(new("ana"), CancellationToken.None);

        Assert.NotNull(ana);
        Assert.Equal(("Ana Lima", "ana@example.com", "Engineer", "Engineering"), (ana.Name, ana.Mail, ana.Title, ana.Department));
        Assert.Equal(new PersonId("top"), ana.Manager);
        Assert.Equal([new PersonId("top")], ana.WorksWith.AsEnumerable());
        Assert.Equal("Europe/Amsterdam", ana.Zone.Id);
        Assert.Equal(new WorkingHours(new LocalTime(8, 30), new LocalTime(17, 15)), ana.Hours);
        Assert.Equal(["pt-BR", "en", "zh-Hant"], ana.Languages.AsEnumerable());
    }

    [Fact]
    public async Task Nobody_is_found_by_an_unknown_id()
    {
        Assert.Null(await Good(Header, Top).Find(new("stranger"), CancellationToken.None));
    }

    [Fact]
    public void Somebody_at_the_top_has_no_manager()
    {
        Assert.Null(Good(Header, Top).People.Single().Manager);
    }

    [Fact]
    public void Hours_may_reach_past_midnight()
    {
        Assert.Equal(new WorkingHours(new LocalTime(22, 0), new LocalTime(6, 0)), Good(Header, Top.Replace("09:00-17:00", "22:00 – 6:00", StringComparison.Ordinal)).People.Single().Hours);
    }

    [Theory]
    [InlineData("\n", false)]
    [InlineData("\r\n", false)]
    [InlineData("\r\n", true)]
    public void Line_ends_byte_order_mark_and_blank_lines_change_nothing(string lineEnd, bool mark)
    {
        var text = string.Join(lineEnd, Header, "", Top, "   ", ",,,,,,,,,", "");
        File.WriteAllText(PathOfFile, text, new UTF8Encoding(mark));

        Assert.Equal("top", Assert.IsType<PeopleFileReading.Good>(PeopleFile.Read(PathOfFile)).Directory.People.Single().Id.Value);
    }

    [Fact]
    public void A_file_saved_as_Unicode_text_is_read_as_well()
    {
        File.WriteAllText(PathOfFile, $"{Header}\n{Top}\n".Replace("Toni", "Тони", StringComparison.Ordinal), Encoding.Unicode);

        Assert.Equal("Тони Top", Assert.IsType<PeopleFileReading.Good>(PeopleFile.Read(PathOfFile)).Directory.People.Single().Name);
    }

    [Fact]
    public void A_spreadsheet_that_separates_by_semicolons_is_understood()
    {
        var directory = Good(
            Header.Replace(',', ';'),
            "top;\"Top, Toni\";top@example.com;Director;Board;;;Europe/Lisbon;09:00-17:00;en",
            "ana;Ana;ana@example.com;Engineer;Engineering;top;\"top;ben\";Europe/Lisbon;09:00-17:00;\"pt;en\"",
            "ben;Ben;ben@example.com;Engineer;Engineering;top;;Europe/Lisbon;09:00-17:00;en");

        Assert.Equal("Top, Toni", directory.People[0].Name);
        Assert.Equal([new PersonId("top"), new PersonId("ben")], directory.People[1].WorksWith.AsEnumerable());
        Assert.Equal(["pt", "en"], directory.People[1].Languages.AsEnumerable());
    }

    [Fact]
    public void Quoted_fields_keep_commas_and_quotation_marks()
    {
        Assert.Equal("Toni \"T.\" Top, MSc", Good(Header, Top.Replace("Toni Top", "\"Toni \"\"T.\"\" Top, MSc\"", StringComparison.Ordinal)).People.Single().Name);
    }

    [Fact]
    public void Columns_may_stand_in_any_order_in_any_case_beside_others()
    {
        var person = Good(
            "Floor,LANGUAGES,workinghours,TimeZone,WorksWith,Manager,Department,Title,Mail,Name,ID",
            "3,en,09:00-17:00,Europe/Lisbon,,,Board,Director,top@example.com,Toni Top,top").People.Single();

        Assert.Equal(("top", "Toni Top", "Director"), (person.Id.Value, person.Name, person.Title));
    }

    [Fact]
    public void A_missing_file_says_where_it_was_looked_for()
    {
        Assert.StartsWith($"people.csv: there is no such file in {folder}. ", Assert.Single(Refusals(PathOfFile)), StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_file_lacks_its_header()
    {
        Assert.StartsWith("people.csv line 1: the header lacks id, name, mail,", Assert.Single(Errors("")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_header_alone_names_nobody()
    {
        Assert.StartsWith("people.csv: it names nobody.", Assert.Single(Errors(Header)), StringComparison.Ordinal);
    }

    [Fact]
    public void All_missing_and_doubled_columns_are_named()
    {
        Assert.Equal(
            [
                "people.csv line 1: the header lacks manager, timeZone. It must name these columns, in any order: " + Header,
                "people.csv line 1: the header names NAME twice. Take one away.",
            ],
            Errors("id,name,NAME,mail,title,department,worksWith,workingHours,languages"));
    }

    [Theory]
    [InlineData("top,", ",", "id is empty; fill it in.")]
    [InlineData("Toni Top", "", "name is empty; fill it in.")]
    [InlineData("top@example.com", " ", "mail is empty; fill it in.")]
    [InlineData("Director", "", "title is empty; fill it in.")]
    [InlineData("Board", "", "department is empty; fill it in.")]
    [InlineData("Europe/Lisbon", "", "timeZone is empty; fill it in.")]
    [InlineData("09:00-17:00", "", "workingHours is empty; fill it in.")]
    [InlineData(",en", ",", "languages is empty; fill it in.")]
    [InlineData("Europe/Lisbon", "Mars/Base", "the time zone \"Mars/Base\" is not known; use a name such as Europe/Amsterdam.")]
    [InlineData("Europe/Lisbon", "UTC+2", "the time zone \"UTC+2\" is not known; use a name such as Europe/Amsterdam.")]
    [InlineData("Europe/Lisbon", "europe/lisbon", "the time zone \"europe/lisbon\" is not known; use a name such as Europe/Lisbon.")]
    [InlineData("09:00-17:00", "nine to five", "the working hours \"nine to five\" cannot be read; write them as 09:00-17:30.")]
    [InlineData("09:00-17:00", "09:00-24:30", "the working hours \"09:00-24:30\" cannot be read; write them as 09:00-17:30.")]
    [InlineData("09:00-17:00", "09:00-09:00", "the working hours \"09:00-09:00\" cannot be read; write them as 09:00-17:30.")]
    [InlineData(",en", ",xx", "the language \"xx\" is not known; use tags such as en, pt-BR or zh-Hant, separated by semicolons.")]
    [InlineData(",en", ",English", "the language \"English\" is not known; use tags such as en, pt-BR or zh-Hant, separated by semicolons.")]
    [InlineData(",en", ",en-", "the language \"en-\" is not known; use tags such as en, pt-BR or zh-Hant, separated by semicolons.")]
    [InlineData("top@example.com", "top", "\"top\" is not a mail address; write it as ana@example.com.")]
    [InlineData("top,", "a/b,", "the id \"a/b\" cannot be used; take at most 64 letters a to z, digits, dots, hyphens and underscores.")]
    [InlineData("Toni", "To\u0007ni", "name contains a control character; type it again.")]
    [InlineData("Board,,", "Board,ghost,", "the manager \"ghost\" is not in the file; use the id of one of its lines, or leave it empty.")]
    [InlineData("Board,,", "Board,top,", "\"top\" is named as their own manager; name somebody else, or leave it empty at the top.")]
    [InlineData("Board,,", "Board,,ghost", "worksWith names \"ghost\", who is not in the file; use the id of one of its lines.")]
    [InlineData("Board,,", "Board,,top", "worksWith names \"top\" themselves; name other people only.")]
    [InlineData("Board", "Board,Floor 3", "there are 11 fields where the header has 10. Put a field that contains \",\" in quotation marks.")]
    [InlineData(",en", "", "there are 9 fields where the header has 10. Put a field that contains \",\" in quotation marks.")]
    [InlineData("Toni Top", "Toni \"T\" Top", "a quotation mark stands in the middle of a field. Put the whole field in quotation marks and write the one inside twice.")]
    [InlineData("Toni Top", "\"Toni Top", "a quotation mark opens here and is not closed on the same line. Close it, or take it away.")]
    public void Each_mistake_is_said_in_plain_words_with_its_line(string right, string wrong, string problem)
    {
        var at = Top.IndexOf(right, StringComparison.Ordinal);

        var errors = Errors(Header, "ok,Ok,ok@example.com,Ok,Ok,,,Europe/Lisbon,09:00-17:00,en", "", Top[..at] + wrong + Top[(at + right.Length)..]);

        Assert.Equal([$"people.csv line 4: {problem}"], errors);
    }

    [Fact]
    public void Everything_wrong_is_said_at_once_in_the_order_of_the_lines()
    {
        var errors = Errors(
            Header,
            "ana,,ana@example.com,Engineer,Engineering,ghost,,Mars/Base,9-5,xx;yy",
            "ben,Ben,ben@example.com,Engineer,Engineering,ana,,Europe/Lisbon,09:00-17:00,en",
            "ANA,Ana,ana@example.com,Engineer,Engineering,ben,,Europe/Lisbon,09:00-17:00,en");

        Assert.Equal(
            [
                "people.csv line 2: name is empty; fill it in.",
                "people.csv line 2: the time zone \"Mars/Base\" is not known; use a name such as Europe/Amsterdam.",
                "people.csv line 2: the working hours \"9-5\" cannot be read; write them as 09:00-17:30.",
                "people.csv line 2: the language \"xx\" is not known; use tags such as en, pt-BR or zh-Hant, separated by semicolons.",
                "people.csv line 2: the language \"yy\" is not known; use tags such as en, pt-BR or zh-Hant, separated by semicolons.",
                "people.csv line 2: the manager \"ghost\" is not in the file; use the id of one of its lines, or leave it empty.",
                "people.csv line 4: the id \"ANA\" is already that of line 2; give each person an id of their own.",
            ],
            errors);
    }

    [Fact]
    public void A_circle_of_managers_is_named_once_from_its_first_line_on()
    {
        var errors = Errors(
            Header,
            Line("under", manager: "ben"),
            Line("ana", manager: "chidi"),
            Line("ben", manager: "ana"),
            Line("chidi", manager: "ben"),
            Line("x", manager: "y"),
            Line("y", manager: "x"),
            Top);

        Assert.Equal(
            [
                "people.csv line 3: the managers go round in a circle: ana → chidi → ben → ana. Give one of them another manager, or none.",
                "people.csv line 6: the managers go round in a circle: x → y → x. Give one of them another manager, or none.",
            ],
            errors);
    }

    [Fact]
    public void Bytes_that_are_not_UTF8_are_named_by_their_line()
    {
        File.WriteAllBytes(PathOfFile, Encoding.Latin1.GetBytes($"{Header}\n{Top.Replace("Toni", "Tönî", StringComparison.Ordinal)}\n"));

        Assert.Equal("people.csv line 2: name contains characters that are not UTF-8; save the file as \"CSV UTF-8\".", Assert.Single(Refusals(PathOfFile)));
    }

    [Theory]
    [InlineData(20_000)]
    [InlineData(3_000_000)]
    public void A_line_too_long_for_a_person_is_refused(int length)
    {
        var error = Assert.Single(Errors(Header, Top, Line("long", title: new('x', length)), Line("after")));

        Assert.Equal("people.csv line 3: the line is longer than 16,384 bytes. Shorten it; perhaps line breaks got lost.", error);
    }

    [Fact]
    public void Ten_thousand_people_in_one_long_reporting_line_are_read()
    {
        var lines = Enumerable.Range(0, 10_000).Select(n => Line($"p{n}", manager: n == 0 ? "" : $"p{n - 1}"));

        var directory = Good([Header, .. lines]);

        Assert.Equal(10_000, directory.People.Length);
        Assert.All(directory.People.Skip(1), (person, n) => Assert.Equal($"p{n}", person.Manager?.Value));
    }

    [Fact]
    public void The_largest_file_is_read_and_one_person_more_refused()
    {
        var lines = Enumerable.Range(0, PeopleFile.MostPeople).Select(n => Line($"p{n}", manager: n == 0 ? "" : "p0")).Prepend(Header).ToArray();

        Assert.Equal(PeopleFile.MostPeople, Good(lines).People.Length);
        Assert.StartsWith("people.csv line 100002: this is one person too many", Assert.Single(Errors([.. lines, Line("more")])), StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_in_place_of_the_file_is_an_error_like_others()
    {
        System.IO.Directory.CreateDirectory(PathOfFile);

        Assert.StartsWith("people.csv: the file cannot be read", Assert.Single(Refusals(PathOfFile)), StringComparison.Ordinal);
    }

    private string PathOfFile => Path.Combine(folder, "people.csv");

    private static string Line(string id, string manager = "", string title = "Engineer") =>
        string.Create(CultureInfo.InvariantCulture, $"{id},Name of {id},{id}@example.com,{title},Engineering,{manager},,Europe/Lisbon,09:00-17:00,en");

    private CsvDirectory Good(params string[] lines)
    {
        File.WriteAllLines(PathOfFile, lines);
        return PeopleFile.Read(PathOfFile) switch
        {
            PeopleFileReading.Good good => good.Directory,
            PeopleFileReading.Refused refused => throw new InvalidOperationException(string.Join('\n', refused.Errors)),
            var other => throw new InvalidOperationException(other.ToString()),
        };
    }

    private string[] Errors(params string[] lines)
    {
        File.WriteAllLines(PathOfFile, lines);
        return Refusals(PathOfFile);
    }

    private static string[] Refusals(string path) => [.. Assert.IsType<PeopleFileReading.Refused>(PeopleFile.Read(path)).Errors.Select(error => error.ToString())];
}
