using System.Globalization;
using MentorBot.Domain;
using MentorBot.Domain.MyData;
using MentorBot.Storage.Outbox;
using MentorBot.Storage.Sealing;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace MentorBot.Storage.MyData;

/// <summary>Puts together what somebody takes with them. What cannot be opened is said, not tried for days; an outage is waited for.</summary>
public sealed partial class MakeDownload(IDownloads downloads, Everything everything, ITakeAlong file, IClock clock, ILogger<MakeDownload> logger) : IStep
{
    public string Kind => MyDataNotices.Make;

    public async Task Run(string home, string subject, CancellationToken cancellationToken)
    {
        var (person, number) = (new PersonId(home), int.Parse(subject, CultureInfo.InvariantCulture));
        if (await downloads.Find(person, cancellationToken) is not { Stage: DownloadStage.Making } found || found.Number != number)
            return;

        try
        {
            var sections = await everything.Of(person, cancellationToken);
            var bytes = await file.Write(person, sections, clock.GetCurrentInstant(), cancellationToken);
            if (await downloads.Fill(person, number, bytes, cancellationToken) is not { } parts)
                return;
            await downloads.Decide(person, one => Downloading.Made(one, number, parts, clock.GetCurrentInstant()), cancellationToken);
        }
        catch (Exception broken) when (broken is SealBrokenException or InvalidDataException)
        {
            LogBroken(logger, broken);
            await downloads.Decide(person, one => Downloading.Failed(one, number), cancellationToken);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "What somebody asked to take with them could not be put together.")]
    private static partial void LogBroken(ILogger logger, Exception problem);
}
