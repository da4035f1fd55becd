using NodaTime;

namespace MentorBot.Domain.Pulses;

/// <summary>A check-in. Nothing in it says who was invited, nor who answered.</summary>
/// <param name="Revision">Counts its changes, from 1.</param>
/// <param name="By">The coordinator who launched it; of a repetition, who launched the first.</param>
/// <param name="Opened">When the invitations began.</param>
/// <param name="ClosesAt">From then on nothing is taken in.</param>
/// <param name="ResultAt">When everyone invited and the coordinators hear of the result, at the same moment.</param>
/// <param name="Invited">What was known of the audience before anybody answered; while it is folded, without those whose relationship had ended by then; afterwards nobody.</param>
/// <param name="Figures">Once it is closed; null where nothing may be shown.</param>
public sealed record Pulse(
    PulseId Id,
    int Revision,
    PulsePlan Plan,
    PersonId By,
    Instant Opened,
    Instant ClosesAt,
    Instant ResultAt,
    PulseStage Stage,
    Invited Invited,
    ShownFigures? Figures)
{
    /// <summary>Whether it can be answered at that moment.</summary>
    public bool Takes(Instant now) => Stage == PulseStage.Open && now < ClosesAt;
}
