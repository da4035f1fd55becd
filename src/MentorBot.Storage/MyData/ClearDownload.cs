using MentorBot.Domain;
using MentorBot.Domain.MyData;
using MentorBot.Storage.Outbox;

namespace MentorBot.Storage.MyData;

/// <summary>A file that was taken, thrown away or not fetched in time is erased.</summary>
public sealed class ClearDownload(IDownloads downloads) : IStep
{
    public string Kind => MyDataNotices.RunOut;

    public Task Run(string home, string subject, CancellationToken cancellationToken) => downloads.Clear(new PersonId(home), cancellationToken);
}
