using MentorBot.Domain.Requests;

namespace MentorBot.Domain.Matching.Cohorts;

/// <summary>Somebody who goes on waiting, and stays first.</summary>
/// <param name="NobodySuits">Else somebody would, and is needed elsewhere. More than this is not told, so that nothing can be inferred.</param>
public sealed record NotPlaced(Request Request, bool NobodySuits);
