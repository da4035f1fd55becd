using MentorBot.Domain;
using MentorBot.Domain.Notices;
using MentorBot.Domain.Programme;
using MentorBot.Domain.Pulses;
using MentorBot.Storage.Deciding;
using MentorBot.Storage.Outbox;
using MentorBot.Storage.Rows;
using NodaTime;

namespace MentorBot.Storage.Pulses;

/// <summary>A message to whoever is asked for a word, and nothing that lasts: while it waits to be sent, asking again changes nothing.</summary>
public sealed class WordsWanted(Decisions decisions, MentoringProgramme programme, IClock clock) : IWordsWanted
{
    public Task Ask(WordWanted word, PersonId contact, CancellationToken cancellationToken) => decisions.Run(
        PartitionOf.Person(programme.Tenant, contact),
        _ => Task.FromResult(true),
        (_, _) => ValueTask.FromResult(new Plan<bool>(
            true,
            [OutboxRows.Write(new Consequence.Tell(PulseNotices.Word, word.Subject, "", contact))],
            [clock.GetCurrentInstant()])),
        cancellationToken);
}
