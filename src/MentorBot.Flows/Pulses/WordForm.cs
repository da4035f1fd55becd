using AdaptiveCards;
using MentorBot.Domain.Directory;
using MentorBot.Domain.Programme;
using MentorBot.Domain.Pulses;
using MentorBot.Flows.Cards;
using MentorBot.Flows.Turns;

namespace MentorBot.Flows.Pulses;

/// <summary>Somebody would like a word. It is reached from a check-in and from "help" alike, so that it tells of neither.</summary>
public static class WordForm
{
    public static AdaptiveAction Open => Card.Open(PulseText.PleaseContactMe, PulseActions.WordForm);

    /// <param name="contacts">Whom the bot can tell; may be none.</param>
    internal static Form Ask(IReadOnlyList<Person> contacts, MentoringProgramme programme) => new(PulseText.WhomTitle, Card.Of(
        null,
        [
            .. contacts.Count == 0 ? Array.Empty<AdaptiveElement>() :
            [
                Card.Text(PulseText.WhomIntro),
                Card.Choices(PulseActions.Whom, PulseText.Whom, contacts.Select(one => (one.Id.Value, PeoplePicker.TitleOf(one))), [contacts[0].Id.Value]),
                Card.One(
                    PulseActions.How,
                    PulseText.How,
                    [(nameof(WordThrough.Teams), PulseText.Teams), (nameof(WordThrough.Phone), PulseText.Phone), (nameof(WordThrough.InPerson), PulseText.InPerson)],
                    WordThrough.Teams),
            ],
            Card.Small(PulseText.WithoutMe.With(programme.Contacts)),
            Card.Small(PulseText.WithoutAName.With(programme.Safeguarding)),
        ],
        contacts.Count == 0 ? null : Card.Submit(PulseText.TellThem, PulseActions.Tell),
        Card.Submit(PulseText.NotNow, ActionIds.CloseForm)));

    internal static AdaptiveCard Wanted(WordWanted word, string name, Reader reader)
    {
        var by = reader.Day(word.By);
        return Card.Of(PulseText.WordTitle.With(name), [Card.Text(word.Through switch
        {
            WordThrough.Phone => PulseText.WordPhone.With(by),
            WordThrough.InPerson => PulseText.WordInPerson.With(by),
            _ => PulseText.WordTeams.With(by),
        })]);
    }
}
