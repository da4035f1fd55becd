using NodaTime;

namespace MentorBot.Domain.MyData;

/// <summary>Where files to take along lie: with the person, sealed under their own key, until they are taken, thrown away or over.</summary>
public interface IDownloads
{
    Task<Download?> Find(PersonId person, CancellationToken cancellationToken);

    /// <param name="decide">Pure; asked again when somebody else was faster.</param>
    Task<Download?> Decide(PersonId person, Func<Download?, Decision<Download, Download?>> decide, CancellationToken cancellationToken);

    /// <summary>Puts the file there, in place of any other; nobody can take it yet.</summary>
    /// <returns>In how many parts; null when nobody asks for it any more.</returns>
    Task<int?> Fill(PersonId person, int number, ReadOnlyMemory<byte> file, CancellationToken cancellationToken);

    /// <summary>A new secret for the link to this file, 256 bits of chance; the one before works no longer. Null when the file is not there (any more).</summary>
    Task<string?> NewLink(PersonId person, int number, CancellationToken cancellationToken);

    /// <summary>The file, to whoever has the secret: once. Null for everything else, whatever the cause.</summary>
    Task<ReadOnlyMemory<byte>?> Take(string secret, Instant now, CancellationToken cancellationToken);

    /// <summary>Erases the file if it is over. May be repeated.</summary>
    Task Clear(PersonId person, CancellationToken cancellationToken);
}
