namespace MentorBot.Rehearsal;

/// <summary>Somebody who lives in the town.</summary>
/// <param name="Id">The directory's id, which Teams sends as <c>aadObjectId</c>.</param>
/// <param name="Name">The name in Teams; a person is found by it, or by the first word of it.</param>
/// <param name="Zone">IANA time zone.</param>
/// <param name="Locale">BCP 47 tag, such as "en-GB".</param>
public sealed record Townsperson(string Id, string Name, string Zone = "Etc/UTC", string Locale = "en-US")
{
    /// <summary>The tenant of somebody from elsewhere; null means the town's own.</summary>
    public string? Tenant { get; init; }

    public string Mail { get; init; } = $"{Id}@town.example";
}
