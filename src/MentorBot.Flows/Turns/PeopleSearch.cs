using System.Collections.Immutable;
using MentorBot.Domain.Directory;
using MentorBot.Flows.Cards;
using Newtonsoft.Json.Linq;

namespace MentorBot.Flows.Turns;

/// <summary>
/// Who is shown while somebody types into a <see cref="PeoplePicker"/>: people of the directory, without the one who types. To a
/// question that makes no sense, and to somebody we do not talk with, nobody.
/// </summary>
public sealed class PeopleSearch(IDirectory directory)
{
    /// <summary>As many as clients show.</summary>
    private const int MostShown = 15;

    /// <param name="question">What came with the invoke; from anybody, so of any shape.</param>
    public async Task<ImmutableArray<Person>> Find(Arrival arrival, JObject? question, CancellationToken cancellationToken)
    {
        if (arrival is not Arrival.Welcome { Turn.Actor.Person: var reader }
            || question?["dataset"] is not JValue { Value: PeoplePicker.Dataset }
            || question["queryText"] is not JValue { Value: string text })
            return [];

        var options = question["queryOptions"] as JObject;
        if (options?["skip"] is JValue { Value: > 0L })
            return []; // There is one page.
        var most = options?["top"] is JValue { Value: long top and > 0 and < MostShown } ? (int)top : MostShown;
        var found = await directory.Search(text, most + 1, cancellationToken);
        return [.. found.Where(person => person.Id != reader).Take(most)];
    }
}
