using System.Collections.Immutable;
using MentorBot.Domain;
using MentorBot.Domain.Directory;

namespace MentorBot.Flows.Cards;

/// <summary>Who was picked in a form, and what is left to settle before it can be taken.</summary>
/// <param name="People">Picked, each known to the directory, each once, never the person who picks. At most one where one is asked for.</param>
/// <param name="ToChooseFrom">Who goes by a name that was typed, when that is more than one; or several, where one is asked for.</param>
/// <param name="Unfound">What was typed and is the name of nobody. For the form that comes back, and nothing else.</param>
/// <param name="Wrong">A sentence on what has to be put right, which <see cref="PeoplePicker.Input"/> shows; null when it can be taken as it is.</param>
public sealed record Picked(ImmutableArray<Person> People, ImmutableArray<Person> ToChooseFrom, Confidential? Unfound, string? Wrong)
{
    public static readonly Picked Nobody = Of([]);

    public IEnumerable<PersonId> Ids => People.Select(person => person.Id);

    public static Picked Of(IEnumerable<Person> people) => new([.. people], [], null, null);
}
