using MentorBot.Domain.Requests;
using MentorBot.Flows.Matching;
using MentorBot.Flows.Tests.Matching;
using static MentorBot.Flows.Tests.FlowRoom;

namespace MentorBot.Flows.Tests.Cards;

/// <summary>What whoever is asked can see, by name.</summary>
internal static class EveryMatchingCard
{
    public static async Task Add(SortedDictionary<string, ShownCard> cards)
    {
        using var room = Asked.Room();
        var questions = room.Get<MatchingCards>();
        var inPerson = Asked.Form with { Themes = [RequestForm.InPerson] };
        cards["asked"] = await Question(Asked.In(Asked.Waiting()));
        cards["asked-with-a-time"] = await Question(Asked.In(Asked.Waiting(times: [Asked.Time])));
        cards["asked-soon"] = await Question(Asked.In(Asked.Waiting(isSoon: true, times: Asked.ShortTimes)));
        cards["asked-soon-in-person"] = await Question(Asked.In(Asked.Waiting(isSoon: true, times: Asked.ShortTimes), inPerson));
        cards["asked-soon-without-a-time"] = await Question(Asked.In(Asked.Waiting(isSoon: true)));
        cards["asked-in-person"] = await Question(Asked.In(Asked.Waiting(), inPerson));
        cards["asked-as-equals"] = await Question(Asked.In(Asked.Waiting(asEquals: true)));
        cards["asked-as-equals-in-person"] = await Question(Asked.In(Asked.Waiting(asEquals: true), inPerson));
        cards["asked-to-mentor"] = await Question(Asked.In(Asked.Waiting(), invited: InvitedAs.TheyMentorMe));
        cards["asked-to-be-mentored"] = await Question(Asked.In(Asked.Waiting(), invited: InvitedAs.IMentorThem));
        cards["asked-by-turns"] = await Question(Asked.In(Asked.Waiting(), invited: InvitedAs.ByTurns));
        cards["asked-reminder"] = ShownCard.Of(await questions.Reminder(Asked.In(Asked.Waiting()), Asked.Waiting(), ReaderOf(Ana), CancellationToken.None));
        var withTime = Asked.Waiting(times: [Asked.Time]);
        cards["asked-reminder-with-a-time"] = ShownCard.Of(await questions.Reminder(Asked.In(withTime), withTime, ReaderOf(Ana), CancellationToken.None));
        cards["asked-thanked"] = ShownCard.Of(MatchingCards.Thanked(PersonOf(Asked.Chidi).Name));
        cards["where-asked"] = EveryCard.Only(await room.Type(Ana, "where am i"));
        cards["form-asked-more"] = ShownCard.Of(await room.Open(Ana, MatchingActions.More, Asked.Ids), Asked.Line);
        room.Requests.Put(Asked.In(Asked.Waiting(), Asked.Form with { Line = null }));
        cards["form-asked-more-without-line"] = ShownCard.Of(await room.Open(Ana, MatchingActions.More, Asked.Ids));
        room.Requests.Put(Asked.In(withTime));
        cards["form-asked-more-with-a-time"] = ShownCard.Of(await room.Open(Ana, MatchingActions.More, Asked.Ids), Asked.Line);
        room.Requests.Put(Asked.In(Asked.Waiting(isSoon: true, times: Asked.ShortTimes)));
        cards["form-asked-more-soon"] = ShownCard.Of(await room.Open(Ana, MatchingActions.More, Asked.Ids), Asked.Line);
        cards["where-asked-soon"] = EveryCard.Only(await room.Type(Ana, "where am i"));
        room.Requests.Put(Asked.In(Asked.Waiting(), invited: InvitedAs.TheyMentorMe));
        cards["form-asked-more-invited"] = ShownCard.Of(await room.Open(Ana, MatchingActions.More, Asked.Ids), Asked.Line);

        async Task<ShownCard> Question(Request request) =>
            ShownCard.Of(await questions.Question(request, (RequestState.Asking)request.State, ReaderOf(Ana), CancellationToken.None));
    }
}
