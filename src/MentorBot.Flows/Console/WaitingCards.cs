using AdaptiveCards;
using MentorBot.Domain.Directory;
using MentorBot.Domain.Programme;
using MentorBot.Domain.Requests;
using MentorBot.Flows.Cards;
using MentorBot.Flows.Requests;
using MentorBot.Flows.Turns;
using NodaTime;

namespace MentorBot.Flows.Console;

/// <summary>Cards about one person who waits: what they ticked and when they hear. Never a word that they wrote.</summary>
public sealed class WaitingCards(MentoringProgramme programme, IDirectory directory)
{
    public async Task<AdaptiveCard> Of(Request request, Reviewers who, Reader reader, CancellationToken cancellationToken)
    {
        var name = await directory.NameOf(request.Person, cancellationToken);
        var form = request.Form;
        var proposed = request.State as RequestState.Proposed;
        var mayRead = form.CoordinatorMayRead && !who.AreInLine;
        return Card.Of(
            ConsoleText.LookingTitle.With(name),
            [
                Note(who, reader),
                Card.Text(ConsoleText.Since.With(reader.Day(request.Since))),
                Card.Text(RequestChoices.Read(RequestChoices.Themes(programme), form.Themes.Remove(RequestForm.InPerson)) is { } themes
                    ? ConsoleText.AboutThemes.With(themes)
                    : form.Themes.IsEmpty ? ConsoleText.AboutNothing.With(name) : ConsoleText.AboutInPerson.With(name)),
                Card.Text(ConsoleText.LookingFor.With(RequestChoices.Read(RequestChoices.Help, form.Help.Select(one => one.ToString())) ?? AnswerText.NotKnownYet)),
                Card.Text(ConsoleText.HowSoonIs.With(RequestChoices.Read(RequestChoices.Soon, [form.Soon.ToString()]))),
                Card.Text(ConsoleText.HowMuchIs.With(RequestChoices.Read(RequestChoices.Pace, [form.Pace.ToString()]))),
                Card.Text(Found(request, name, reader)),
                proposed is { Held: true } ? Card.Text(ConsoleText.Held.With(name)) : null,
                mayRead ? null : Card.Small(form.CoordinatorMayRead ? ConsoleText.ClosedHere.With(name) : ConsoleText.KeptPrivate.With(name)),
            ],
            proposed is null ? null : Press(SeeTitle(proposed.People.Length), ConsoleActions.Three, request),
            proposed is null ? Open(ConsoleText.SuggestSomeone, ConsoleActions.SuggestForm, request) : null,
            mayRead ? Open(ConsoleText.ReadWords, ConsoleActions.ReadForm, request) : null,
            Press(ConsoleText.Next, ConsoleActions.Next, request),
            proposed is null ? null : Press(ConsoleText.Talk, ConsoleActions.Talk, request));
    }

    /// <summary>Somebody will talk with them first, and may put the date off.</summary>
    public async Task<AdaptiveCard> Talk(Request request, RequestState.Proposed proposed, Reader reader, CancellationToken cancellationToken)
    {
        var day = DayFor(request, proposed.ReleaseAt, reader);
        return Card.Of(
            ConsoleText.TalkTitle.With(await directory.NameOf(request.Person, cancellationToken)),
            [Card.Text(proposed.Held ? ConsoleText.TalkHeld.With(day) : ConsoleText.TalkDate.With(day))],
            proposed.Held ? null : Press(ConsoleText.Hold, ConsoleActions.Hold, request),
            Press(ConsoleText.Back, ConsoleActions.Person, request));
    }

    public async Task<AdaptiveCard> Sent(Request request, RequestState.Choosing choosing, Reader reader, CancellationToken cancellationToken) =>
        Card.Line(ConsoleText.Sent.With(await directory.NameOf(request.Person, cancellationToken), DayFor(request, choosing.By, reader)));

    /// <summary>Tells of the wish and of nothing that they wrote.</summary>
    public async Task<AdaptiveCard> Word(Request request, Instant by, Reviewers who, Reader reader, CancellationToken cancellationToken)
    {
        var name = await directory.NameOf(request.Person, cancellationToken);
        return Card.Of(ConsoleText.WordTitle.With(name), [Note(who, reader), Card.Text(ConsoleText.WordBody.With(name, DayFor(request, by, reader)))]);
    }

    /// <summary>First on a card that reaches more than one, or somebody in another's place; the same whatever the cause.</summary>
    internal static AdaptiveTextBlock? Note(Reviewers who, Reader reader) =>
        who.First is [var only] && only == reader.Person ? null : Card.Small(ConsoleText.Shared);

    /// <summary>The day that was promised to the person who waits: a day of theirs, whoever reads it.</summary>
    internal static string DayFor(Request request, Instant by, Reader reader) => reader.Day(by.InZone(request.Zone).Date);

    internal static AdaptiveAction Press(string title, string id, Request request) =>
        Card.Press(title, id, (RequestActions.Request, request.Id.Value), (RequestActions.Person, request.Person.Value));

    /// <summary>Sends those who are on this card, and nobody else.</summary>
    internal static AdaptiveAction Send(string title, Request request, RequestState.Proposed proposed) => Card.Press(
        title,
        ConsoleActions.Send,
        (RequestActions.Request, request.Id.Value),
        (RequestActions.Person, request.Person.Value),
        (ConsoleActions.People, string.Join(',', proposed.People.Select(one => one.Mentor.Value))));

    internal static AdaptiveAction Open(string title, string id, Request request) =>
        Card.Open(title, id, (RequestActions.Request, request.Id.Value), (RequestActions.Person, request.Person.Value));

    private static string Found(Request request, string name, Reader reader)
    {
        var day = reader.Day(ThoseWaiting.OutOn(request));
        return request.State is not RequestState.Proposed { People: var people } ? ConsoleText.FoundNobody.With(name, day)
            : people.Length == 1 ? ConsoleText.FoundOne.With(day)
            : ConsoleText.FoundSeveral.With(people.Length, day);
    }

    private static string SeeTitle(int people) => people switch { 1 => ConsoleText.SeeOne, 2 => ConsoleText.SeeTwo, _ => ConsoleText.SeeThree };
}
