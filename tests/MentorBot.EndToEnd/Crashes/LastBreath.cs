namespace MentorBot.EndToEnd.Crashes;

/// <summary>What a bot says to the connector: written down while it lives, and nothing any more once it is dead.</summary>
internal sealed class LastBreath(Journal journal, Life life) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (life.IsOver)
            throw new HttpRequestException("This bot is dead.");
        if (request.Method != HttpMethod.Get)
            journal.Enter(new SendEntry(request.Method == HttpMethod.Post, !life.IsBeingBroughtToRest));
        return base.SendAsync(request, cancellationToken);
    }
}
