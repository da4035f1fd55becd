using MentorBot.Domain;
using MentorBot.Domain.Pulses;

namespace MentorBot.Flows.Tests;

/// <summary>Who would like a word with whom.</summary>
internal sealed class WordsWantedInMemory : HashSet<(WordWanted Word, PersonId Contact)>, IWordsWanted
{
    public Task Ask(WordWanted word, PersonId contact, CancellationToken cancellationToken)
    {
        Add((word, contact));
        return Task.CompletedTask;
    }
}
