using MentorBot.Domain;
using MentorBot.Domain.MyData;
using MentorBot.Flows.MyData;
using NodaTime;

namespace MentorBot.Flows.Tests;

/// <summary>Files to take along that nobody makes by themselves: a test says when one is there.</summary>
internal sealed class DownloadsInMemory : IDownloads, ITakeAddress
{
    private readonly Dictionary<PersonId, Download> downloads = [];

    public Task<Download?> Find(PersonId person, CancellationToken cancellationToken) => Task.FromResult(downloads.GetValueOrDefault(person));

    public Task<Download?> Decide(PersonId person, Func<Download?, Decision<Download, Download?>> decide, CancellationToken cancellationToken)
    {
        var decision = decide(downloads.GetValueOrDefault(person));
        if (decision is { Changes: true, Next: { } next })
            downloads[person] = next;
        return Task.FromResult(decision.Outcome);
    }

    public Task<int?> Fill(PersonId person, int number, ReadOnlyMemory<byte> file, CancellationToken cancellationToken) => Task.FromResult<int?>(1);

    public Task<string?> NewLink(PersonId person, int number, CancellationToken cancellationToken) => Task.FromResult<string?>("secret");

    public Task<ReadOnlyMemory<byte>?> Take(string secret, Instant now, CancellationToken cancellationToken) => Task.FromResult<ReadOnlyMemory<byte>?>(null);

    public Task Clear(PersonId person, CancellationToken cancellationToken) => Task.CompletedTask;

    public Uri Of(string secret) => new("http://127.0.0.1:3978/take/" + secret);
}
