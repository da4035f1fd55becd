using System.Collections.Immutable;
using MentorBot.Domain.Relationships;

namespace MentorBot.Domain.Pulses;

/// <summary>Where check-ins are kept. Answers lie with whoever gave them, under their own key.</summary>
public interface IPulses
{
    /// <summary>All that were not stopped, the newest first.</summary>
    Task<ImmutableArray<Pulse>> All(CancellationToken cancellationToken);

    Task<Pulse?> Find(PulseId id, CancellationToken cancellationToken);

    /// <summary>Whether it could go out now; changes nothing.</summary>
    Task<LaunchOutcome> Check(PulsePlan plan, CancellationToken cancellationToken);

    /// <param name="audience">As <see cref="LaunchOutcome.Ready"/> named it.</param>
    Task<LaunchOutcome> Launch(PulseId id, PulsePlan plan, PersonId by, string audience, CancellationToken cancellationToken);

    /// <summary>Everyone's answers are erased, and there is no result. Null when it is not open any more.</summary>
    Task<Pulse?> Stop(PulseId id, CancellationToken cancellationToken);

    /// <summary>Those after which another is to go out, and did not yet; soonest first.</summary>
    Task<ImmutableArray<Pulse>> ToRepeat(CancellationToken cancellationToken);

    /// <summary>No other goes out after this one.</summary>
    Task EndRow(PulseId id, CancellationToken cancellationToken);

    /// <summary>Null when this person is not asked about it.</summary>
    Task<Invitation?> Invited(PulseId id, PersonId person, RelationshipId about, CancellationToken cancellationToken);

    /// <param name="answers">Empty takes back what was sent.</param>
    Task<AnswerOutcome> Answer(PulseId id, PersonId person, RelationshipId about, Answers answers, CancellationToken cancellationToken);

    /// <summary>What this person answered in those that are closed, the newest first.</summary>
    Task<ImmutableArray<OwnAnswers>> Own(PersonId person, CancellationToken cancellationToken);

    /// <summary>Erases what this person answered then. The figures of everyone stay as they are.</summary>
    Task EraseOwn(PersonId person, PulseId id, RelationshipId about, CancellationToken cancellationToken);
}
