using NodaTime;

namespace MentorBot.Domain.Closing;

/// <summary>How two people go on, as far as they are asked. Not a word in it was written by anybody.</summary>
/// <param name="Revision">Counts its changes, from 1; 0 before the first.</param>
/// <param name="Look">When they were asked last, or are; null before the first time.</param>
/// <param name="Stretch">What was suggested last; null before the first time.</param>
/// <param name="Touch">Whether to stay in touch, asked last; null before the first time.</param>
public sealed record Outlook(int Revision, Look? Look, Stretch? Stretch, Touch? Touch = null)
{
    public static readonly Outlook New = new(0, null, null);

    /// <summary>When something happens by itself; null when nothing does.</summary>
    public Instant? NextDue => new[]
    {
        Look is { IsOver: false } look ? look.Until : (Instant?)null,
        Stretch is { State: StretchState.Open } stretch ? stretch.Until : null,
        Touch is { State: TouchState.Open } touch ? touch.Until : null,
    }.Min();
}
