using MentorBot.Domain.Directory;

namespace MentorBot.Domain.Matching;

public static class ColleagueInDirectory
{
    /// <summary>The person with their managers; null for somebody whom the directory does not know.</summary>
    public static async Task<Colleague?> ColleagueOf(this IDirectory directory, PersonId id, CancellationToken cancellationToken)
    {
        var line = directory.LineAbove(id, cancellationToken);
        return await directory.Find(id, cancellationToken) is { } person ? new(person, await line) : null;
    }
}
