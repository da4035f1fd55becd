using MentorBot.Adapters.Embedded;
using MentorBot.Rehearsal;
using MentorBot.Settings;

namespace MentorBot.Rehearsing;

/// <summary>The people of the directory, as people in Teams.</summary>
public static class SampleTown
{
    public static IEnumerable<Townsperson> People(CsvDirectory directory) => directory.People.Select(person => new Townsperson(person.Id.Value, person.Name, person.Zone.Id, "en-GB"));

    public static TownOptions Options(BotSettings settings) => new() { Tenant = settings.Programme.Tenant.Value };
}
