namespace MentorBot.Domain.Directory;

public static class NameInDirectory
{
    /// <summary>The person's name; their id when they have left the directory, for a sentence needs a name.</summary>
    public static async Task<string> NameOf(this IDirectory directory, PersonId person, CancellationToken cancellationToken) =>
        (await directory.Find(person, cancellationToken))?.Name ?? person.Value;
}
