using System.Globalization;
using MentorBot.Domain;
using MentorBot.Domain.Offers;

namespace MentorBot.Benchmarks.Load;

/// <summary>The sample organisation, and as many mentors as there will be presses.</summary>
public static class Organisation
{
    public static readonly PersonId Coordinator = new("noor.deboer");

    public static PersonId Mentor(int number) => new(string.Create(CultureInfo.InvariantCulture, $"mentor-{number:D5}"));

    public static OfferId OfferOf(int number) => new(string.Create(CultureInfo.InvariantCulture, $"0197f0c0b0007000800000000000{number:D5}"));

    public static void Write(string path, int mentors) => File.WriteAllLines(path,
    [
        .. File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Sample", "people.csv")),
        .. Enumerable.Range(0, mentors).Select(number =>
            string.Create(CultureInfo.InvariantCulture, $"{Mentor(number)},Mentor {number},mentor-{number}@example.com,Engineer,Engineering,yuki.tanaka,,Europe/Amsterdam,08:30-17:00,en")),
    ]);
}
