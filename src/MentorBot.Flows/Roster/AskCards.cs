using AdaptiveCards;
using MentorBot.Domain;
using MentorBot.Domain.Directory;
using MentorBot.Domain.Programme;
using MentorBot.Flows.Cards;
using MentorBot.Flows.Offers;
using MentorBot.Flows.Turns;

namespace MentorBot.Flows.Roster;

/// <summary>The one question to somebody who is thought of as a mentor. It needs no answer.</summary>
public sealed class AskCards(IDirectory directory, MentoringProgramme programme)
{
    public async Task<AdaptiveCard> Ask(PersonId person, CancellationToken cancellationToken) => Card.Of(
        RosterText.AskTitle,
        [
            Card.Text(RosterText.Ask.With(await directory.NameOf(programme.Coordinators[0], cancellationToken))),
            Card.Small(RosterText.NothingHappens),
        ],
        See,
        Card.Press(RosterText.NotForMe, RosterActions.NotForMe, (RosterActions.Person, person.Value)));

    public static AdaptiveAction See => Card.Press(RosterText.SeeWhatItInvolves, OfferActions.Begin);

    public static AdaptiveCard NotListed() => Card.Of(TurnText.SettledTitle, [Card.Text(RosterText.AllRight)]);
}
