using System.Runtime.CompilerServices;
using MentorBot.Domain;
using MentorBot.Domain.MyData;
using MentorBot.Domain.Requests;

namespace MentorBot.Storage.Requests;

/// <summary>What somebody asked for. Whom they named in it is not in it.</summary>
public sealed class OwnRequestData(IRequests requests) : IOwnData
{
    public async IAsyncEnumerable<OwnSection> Of(PersonId person, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var request in await requests.Of(person, cancellationToken))
        {
            var form = request.Form;
            yield return OwnSection.Of(OwnKind.Form, at: request.Since)
                .Says("words", form.Words)
                .Says("line", form.Line)
                .Has("state", request.State is RequestState.Kept ? "kept" : "sent")
                .Has("help", form.Help)
                .Has("themes", string.Join(", ", form.Themes))
                .Has("howSoon", form.Soon.ToString())
                .Has("howLong", form.Pace.ToString())
                .Has("atEaseWith", form.AtEaseWith.ToString())
                .Has("languages", string.Join(", ", form.Languages))
                .Has("meeting", form.Meeting.ToString())
                .Has("coordinatorMayRead", form.CoordinatorMayRead ? "yes" : "no")
                .Has("fineAsWell", form.Widened);
        }
    }
}
