using MentorBot.Domain.Requests;
using MentorBot.Storage.Rows;
using static MentorBot.Domain.Requests.RequestState;

namespace MentorBot.Storage.Requests;

/// <summary>The part of a request's row that says where it stands.</summary>
internal static class StateCodec
{
    public static void AddTo(PropertyBag row, RequestState state)
    {
        row.Add("state", state.GetType().Name);
        switch (state)
        {
            case Kept kept:
                row.Add("eraseAt", kept.EraseAt);
                break;
            case Looking looking:
                row.Add("searchAt", looking.SearchAt);
                row.Add("by", looking.By);
                row.Add("told", looking.Told);
                break;
            case Proposed proposed:
                row.Add("people", ProposalText.Write(proposed.People));
                row.Add("releaseAt", proposed.ReleaseAt);
                row.Add("held", proposed.Held);
                break;
            case Choosing choosing:
                row.Add("people", ProposalText.Write(choosing.People));
                row.Add("by", choosing.By);
                row.Add("remindAt", choosing.RemindAt);
                break;
            case Asking asking:
                row.Add("match", asking.Match.Value);
                row.Add("whom", asking.Whom.Value);
                row.Add("people", ProposalText.Write(asking.People));
                row.Add("until", asking.Until);
                row.Add("remindAt", asking.RemindAt);
                row.Add("tellAt", asking.TellAt);
                row.Add("times", asking.Times.Select(TimeText.Write));
                row.Add("isSoon", asking.IsSoon);
                break;
            case NotComeAbout not:
                row.Add("with", not.With.Value);
                row.Add("people", ProposalText.Write(not.Others));
                row.Add("by", not.By);
                row.Add("wasSoon", not.WasSoon);
                break;
            case PutAside aside:
                row.Add("until", aside.Until);
                break;
            case ToForward forward:
                row.Add("match", forward.Match.Value);
                row.Add("whom", forward.Whom.Value);
                row.Add("until", forward.Until);
                break;
            case Accepted accepted:
                row.Add("match", accepted.Match.Value);
                row.Add("whom", accepted.Whom.Value);
                row.Add("at", accepted.At);
                row.Add("byTurns", accepted.ByTurns);
                row.Add("time", TimeText.WriteIfAny(accepted.Time));
                break;
        }
    }

    public static RequestState Of(Row row) => row.Text("state") switch
    {
        nameof(Kept) => new Kept(row.Moment("eraseAt")),
        nameof(Looking) => new Looking(row.Moment("searchAt"), row.Moment("by"), row.Is("told")),
        nameof(Proposed) => new Proposed(ProposalText.Read(row.Text("people")), row.Moment("releaseAt"), row.Is("held")),
        nameof(Choosing) => new Choosing(ProposalText.Read(row.Text("people")), row.Moment("by"), row.MomentIfAny("remindAt")),
        nameof(Asking) => new Asking(
            new(row.Text("match")),
            new(row.Text("whom")),
            ProposalText.Read(row.Text("people")),
            row.Moment("until"),
            row.MomentIfAny("remindAt"),
            row.MomentIfAny("tellAt"),
            [.. row.Several("times").Select(TimeText.Read)],
            row.Is("isSoon")),
        nameof(NotComeAbout) => new NotComeAbout(new(row.Text("with")), ProposalText.Read(row.Text("people")), row.Moment("by"), row.Is("wasSoon")),
        nameof(PutAside) => new PutAside(row.Moment("until")),
        nameof(ToForward) => new ToForward(new(row.Text("match")), new(row.Text("whom")), row.Moment("until")),
        nameof(Accepted) => new Accepted(new(row.Text("match")), new(row.Text("whom")), row.Moment("at"), row.Is("byTurns"), TimeText.ReadIfAny(row.TextIfAny("time"))),
        var other => throw new InvalidDataException($"A request in the unknown state {other}: written by a newer version?"),
    };
}
