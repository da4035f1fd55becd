using System.Collections.Immutable;
using MentorBot.Domain.Matching;

namespace MentorBot.Domain.Requests;

/// <summary>Where requests are kept, several a person.</summary>
public interface IRequests
{
    Task<Request?> Find(PersonId person, RequestId id, CancellationToken cancellationToken);

    /// <summary>All of this person's, the oldest first.</summary>
    Task<ImmutableArray<Request>> Of(PersonId person, CancellationToken cancellationToken);

    /// <summary>
    /// Everybody's, the longest waiting first, without what people wrote: words and line stay sealed and are null here, so none of
    /// these is a state to decide on.
    /// </summary>
    Task<ImmutableArray<Request>> WithoutWords(CancellationToken cancellationToken);

    /// <summary>
    /// Decides on one request, and the places that go with it, as they are at that moment; everything is kept together or not at all.
    /// </summary>
    /// <param name="whom">Who is to be asked, where that is somebody else than who is asked now; else null.</param>
    /// <param name="decide">Pure; asked again when somebody else was faster.</param>
    Task<RequestOutcome> Decide(PersonId person, RequestId id, PersonId? whom, Func<Scene, Decision<Scene, RequestOutcome>> decide, CancellationToken cancellationToken) =>
        Decide(person, id, whom, (scene, _) => ValueTask.FromResult(decide(scene)), cancellationToken);

    /// <summary>The same for a decision that needs to look at something else, such as calendars, and may do so only where things are as they were read just now.</summary>
    /// <param name="decide">Looks first, then decides; asked again when somebody else was faster.</param>
    Task<RequestOutcome> Decide(
        PersonId person, RequestId id, PersonId? whom, Func<Scene, CancellationToken, ValueTask<Decision<Scene, RequestOutcome>>> decide, CancellationToken cancellationToken);
}
