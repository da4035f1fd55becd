using System.Globalization;
using MentorBot.Domain;
using MentorBot.Domain.Offers;
using MentorBot.Domain.Relationships;

namespace MentorBot.Benchmarks.Load;

/// <summary>The sample organisation, and as many mentors as there will be presses; for conversations each with somebody to talk to.</summary>
public static class Organisation
{
    public static readonly PersonId Coordinator = new("noor.deboer");

    public static PersonId Mentor(int number) => new(string.Create(CultureInfo.InvariantCulture, $"mentor-{number:D5}"));

    public static OfferId OfferOf(int number) => new(string.Create(CultureInfo.InvariantCulture, $"0197f0c0b0007000800000000000{number:D5}"));

    public static PersonId Mentee(int number) => new(string.Create(CultureInfo.InvariantCulture, $"mentee-{number:D5}"));

    public static RelationshipId PairOf(int number) => new(string.Create(CultureInfo.InvariantCulture, $"0197f0c0b0007000900000000000{number:D5}"));

    public static void Write(string path, int mentors) => File.WriteAllLines(path,
    [
        .. File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Sample", "people.csv")),
        .. Enumerable.Range(0, mentors).SelectMany(number => new[] { Line(Mentor(number), "Mentor", number), Line(Mentee(number), "Mentee", number) }),
    ]);

    private static string Line(PersonId id, string name, int number) => string.Create(
        CultureInfo.InvariantCulture, $"{id},{name} {number},{id}@example.com,Engineer,Engineering,yuki.tanaka,,Europe/Amsterdam,08:30-17:00,en");
}
