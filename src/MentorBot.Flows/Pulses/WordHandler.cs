using MentorBot.Domain;
using MentorBot.Domain.Directory;
using MentorBot.Domain.Notices;
using MentorBot.Domain.Programme;
using MentorBot.Domain.Pulses;
using MentorBot.Flows.Cards;
using MentorBot.Flows.Turns;

namespace MentorBot.Flows.Pulses;

/// <summary>Somebody would like a word with one of those who look after the programme. Who hears of it learns their name, and nothing else.</summary>
public sealed class WordHandler(IWordsWanted words, IDirectory directory, MentoringProgramme programme) : IFlow
{
    public void Map(Routes routes)
    {
        routes.Form(PulseActions.WordForm, async (turn, _, token) => new Answer.Opens(WordForm.Ask(await Contacts(turn.Actor.Person, token), programme)));
        routes.Submit(PulseActions.Tell, Tell);
        routes.Notice(PulseNotices.Word, Wanted);
    }

    private async Task<Answer> Tell(Turn turn, Submission submission, CancellationToken cancellationToken)
    {
        var contacts = await Contacts(turn.Actor.Person, cancellationToken);
        if (contacts.Find(one => one.Id.Value == submission.Id(PulseActions.Whom)) is not { } contact)
            return new Answer.Opens(WordForm.Ask(contacts, programme));
        var by = WorkingDays.After(turn.Now, WordWanted.WorkingDays, turn.Reader.Zone);
        await words.Ask(new(turn.Actor.Person, submission.One<WordThrough>(PulseActions.How) ?? WordThrough.Teams, by), contact.Id, cancellationToken);
        return new Answer.Says(PulseText.GetsInTouch.With(contact.Name, turn.Reader.Day(by)));
    }

    private async Task<NoticeCard?> Wanted(Notice notice, Reader reader, CancellationToken cancellationToken)
    {
        if (!programme.IsLookedAfterBy(notice.Whom))
            return null;
        var word = WordWanted.In(notice.Subject);
        return new(WordForm.Wanted(word, await directory.NameOf(word.Person, cancellationToken), reader), CardLife.Once);
    }

    /// <summary>Coordinators first. Nobody is told of themselves, nor anyone who has left.</summary>
    private async Task<List<Person>> Contacts(PersonId reader, CancellationToken cancellationToken)
    {
        var people = new List<Person>();
        foreach (var id in programme.Coordinators.Concat(programme.Deputies))
            if (id != reader && await directory.Find(id, cancellationToken) is { } person)
                people.Add(person);
        return people;
    }
}
