using MentorBot.Adapters.Embedded;
using MentorBot.Domain.Directory;

namespace MentorBot.Adapters.Tests.Embedded;

public sealed class SampleOrganisationTests
{
    private static readonly CsvDirectory Sample = PeopleFile.Read(Path.Combine(AppContext.BaseDirectory, "Sample", "people.csv")) switch
    {
        PeopleFileReading.Good good => good.Directory,
        var refused => throw new InvalidOperationException(string.Join('\n', ((PeopleFileReading.Refused)refused).Errors)),
    };

    [Fact]
    public void About_sixty_people_work_in_four_departments_and_six_time_zones()
    {
        Assert.InRange(Sample.People.Length, 55, 65);
        Assert.Equal(4, Sample.People.Select(person => person.Department).Distinct().Count());
        Assert.Equal(6, Sample.People.Select(person => person.Zone.Id).Distinct().Count());
    }

    [Fact]
    public void One_director_a_few_leads_and_staff_make_three_levels()
    {
        var director = Assert.Single(Sample.People, person => person.Manager is null);
        var leads = Sample.People.Where(person => person.Manager == director.Id).ToList();
        var staff = Sample.People.Where(person => leads.Any(lead => lead.Id == person.Manager)).ToList();

        Assert.InRange(leads.Count, 4, 10);
        Assert.Equal(Sample.People.Length, 1 + leads.Count + staff.Count);
    }

    [Fact]
    public void Everybody_speaks_two_or_three_languages_and_English_among_them()
    {
        Assert.All(Sample.People, person => Assert.InRange(person.Languages.Length, 2, 3));
        Assert.All(Sample.People, person => Assert.Contains("en", person.Languages));
    }

    [Fact]
    public void Working_hours_differ()
    {
        Assert.True(Sample.People.Select(person => person.Hours).Distinct().Count() >= 10);
    }

    [Fact]
    public void Some_work_with_people_outside_their_team()
    {
        Assert.Contains(Sample.People, person => person.WorksWith.Any(other => Find(other.Value).Manager != person.Manager));
    }

    [Fact]
    public void No_mail_address_can_reach_anybody()
    {
        Assert.All(Sample.People, person => Assert.EndsWith("@example.com", person.Mail, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Ana", "Engineering")]
    [InlineData("Ben", "Customer Care")]
    [InlineData("Chidi", "Finance and Operations")]
    [InlineData("Kim", "Engineering")]
    [InlineData("Noor", "People and Culture")]
    [InlineData("Sam", "People and Culture")]
    public void The_people_of_the_stories_are_there_and_each_first_name_once(string firstName, string department)
    {
        var person = Assert.Single(Sample.People, person => person.Name.Split(' ')[0] == firstName);

        Assert.Equal(department, person.Department);
    }

    private static Person Find(string id) => Sample.People.Single(person => person.Id.Value == id);
}
