using System.Collections.Immutable;
using AdaptiveCards;
using MentorBot.Domain;
using MentorBot.Domain.Directory;
using MentorBot.Flows.Turns;
using Newtonsoft.Json.Linq;

namespace MentorBot.Flows.Cards;

/// <summary>
/// Picking people in a form: a list that asks the bot while one types (answered by <see cref="PeopleSearch"/>), and beside it a
/// line for a name, for clients that cannot search in a form. A name that fits several people brings the form back with a list
/// of those.
/// </summary>
public sealed class PeoplePicker(IDirectory directory)
{
    /// <summary>What the list asks for.</summary>
    public const string Dataset = "people";

    /// <summary>In one field.</summary>
    public const int MostPicked = 10;

    /// <summary>In characters; some names with commas between.</summary>
    public const int LongestTyped = 200;

    private const int MostToChooseFrom = 8;

    /// <summary>The list, the hint, and the line for a name.</summary>
    /// <param name="field">The id of the input; the line's is <see cref="TypedIn"/>.</param>
    /// <param name="picked">Who is filled in, or what came of reading this field.</param>
    /// <param name="several">Whether more than one person may be picked; the same as for <see cref="Read"/>.</param>
    public static IEnumerable<AdaptiveElement> Input(string field, string label, string? hint, Picked picked, bool several = false)
    {
        if (picked.Wrong is { } wrong)
            yield return Card.Wrong(wrong);
        yield return List(field, label, picked, several);
        if (hint is not null)
            yield return Card.Small(hint);
        yield return new AdaptiveTextInput
        {
            Id = TypedIn(field),
            Label = several ? PickerText.OrTypeSeveral.With(label) : PickerText.OrType.With(label),
            MaxLength = LongestTyped,
            Value = FormText.Show(picked.Unfound),
            ErrorMessage = TurnText.TooLong.With(LongestTyped),
        };
    }

    /// <summary>The line for a name that belongs to a field.</summary>
    public static string TypedIn(string field) => field + "-typed";

    /// <summary>Somebody in a list, so that two of one name can be told apart.</summary>
    public static string TitleOf(Person person) => $"{person.Name} — {person.Title}, {person.Department}";

    /// <summary>Those chosen before, to fill a form in; who has left the directory falls out.</summary>
    public async Task<Picked> Of(IEnumerable<PersonId> people, CancellationToken cancellationToken) => Picked.Of(await Known(people, cancellationToken));

    /// <summary>What a form brought: ids that the directory does not know are left out, names that were typed are looked up.</summary>
    /// <param name="reader">Who fills the form in, and cannot be picked.</param>
    public async Task<Picked> Read(Submission submission, string field, PersonId reader, bool several, CancellationToken cancellationToken)
    {
        var ids = submission.Ids(field).Where(id => id != reader).ToList();
        var typed = submission.Words(TypedIn(field));
        var isTooLong = FormText.Length(typed) > LongestTyped;

        var people = await Known(ids.Take(MostPicked), cancellationToken);
        var fitting = new List<Person>();
        var unfound = new List<string>();
        var isReader = false;
        foreach (var name in isTooLong ? [] : Names(typed, several))
        {
            var found = await directory.Search(name, MostToChooseFrom + 1, cancellationToken);
            var others = found.RemoveAll(person => person.Id == reader);
            if (others is [var one])
                people.Add(one);
            else if (others is [_, ..])
                fitting.AddRange(others.Take(MostToChooseFrom));
            else if (found.IsEmpty)
                unfound.Add(name);
            else
                isReader = true;
        }

        people = [.. people.DistinctBy(person => person.Id)];
        var isOneTooMany = !several && people.Count > 1;
        if (isOneTooMany)
        {
            fitting.InsertRange(0, people);
            people.Clear();
        }

        return new(
            [.. people.Take(MostPicked)],
            [.. fitting.DistinctBy(person => person.Id).ExceptBy(people.Select(person => person.Id), person => person.Id)],
            isTooLong ? typed : FormText.Read(string.Join(", ", unfound)),
            isTooLong ? TurnText.TooLong.With(LongestTyped)
            : several && (ids.Count > MostPicked || people.Count > MostPicked) ? PickerText.TooMany.With(MostPicked)
            : unfound.Count > 0 ? PickerText.NotFound
            : isOneTooMany ? PickerText.ChooseOne
            : fitting.Count > 0 ? PickerText.Which
            : isReader ? PickerText.Yourself
            : null);
    }

    /// <summary>All that there is to choose from is on the form when a name fitted several people: that, every client can show.</summary>
    private static AdaptiveChoiceSetInput List(string field, string label, Picked picked, bool several)
    {
        var choices = picked.People.Concat(picked.ToChooseFrom).Select(person => (person.Id.Value, TitleOf(person)));
        var list = Card.Choices(field, label, choices, picked.Ids.Select(id => id.Value), several);
        if (picked.ToChooseFrom.IsEmpty)
        {
            list.Style = AdaptiveChoiceInputStyle.Filtered;
            list.AdditionalProperties["choices.data"] = new JObject { ["type"] = "Data.Query", ["dataset"] = Dataset };
        }

        return list;
    }

    private static IEnumerable<string> Names(Confidential? typed, bool several)
    {
        var line = FormText.Show(typed) ?? "";
        return (several ? line.Split([',', ';']) : [line]).Select(name => name.Trim()).Where(name => name.Length > 0);
    }

    private async Task<List<Person>> Known(IEnumerable<PersonId> ids, CancellationToken cancellationToken)
    {
        var people = new List<Person>();
        foreach (var id in ids)
            if (await directory.Find(id, cancellationToken) is { } person)
                people.Add(person);
        return people;
    }
}
