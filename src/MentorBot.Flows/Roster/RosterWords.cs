using MentorBot.Domain.Roster;
using MentorBot.Flows.Cards;
using MentorBot.Flows.Turns;

namespace MentorBot.Flows.Roster;

/// <summary>What changes with a roster, and what to put right in one, in words: for the form, and for the operator's command.</summary>
public static class RosterWords
{
    /// <summary>As many errors, and as many names, as one reads.</summary>
    public const int Most = 20;

    /// <param name="names">Of those who will be asked; the first few.</param>
    public static IEnumerable<string> Of(RosterChange change, IReadOnlyList<string> names)
    {
        yield return change.People == 1 ? RosterText.PeopleOne : RosterText.People.With(change.People);
        yield return RosterText.Changes.With(change.New, change.OtherGroup, change.NoLonger);
        var all = names.Count < change.Asked.Length ? RosterText.AndMore.With(string.Join(", ", names), change.Asked.Length - names.Count) : string.Join(", ", names);
        yield return change.Asked.Length switch { 0 => RosterText.AskedNone, 1 => RosterText.AskedOne.With(all), var several => RosterText.AskedSeveral.With(several, all) };
    }

    /// <summary>The first of them, and how many more there are.</summary>
    public static IEnumerable<string> Of(IReadOnlyCollection<RosterError> errors) =>
        [.. errors.Take(Most).Select(Of), .. errors.Count > Most ? new[] { RosterText.MoreErrors.With(errors.Count - Most) } : []];

    private static string Of(RosterError error)
    {
        var words = error.Fault switch
        {
            RosterFault.Empty => RosterText.Empty,
            RosterFault.TooManyPeople => RosterText.TooManyPeople.With(NewRoster.MostPeople),
            RosterFault.LineTooLong => RosterText.LineTooLong,
            RosterFault.NoPersonColumn => RosterText.NoPersonColumn,
            RosterFault.ColumnTwice => RosterText.ColumnTwice.With(error.Found ?? ""),
            RosterFault.TooManyFields => RosterText.TooManyFields,
            RosterFault.Quote => RosterText.Quote,
            RosterFault.NotAPerson => error.Found is { Length: > 0 } found ? RosterText.NotAPerson.With(found) : RosterText.NoPerson,
            RosterFault.UnknownPerson => RosterText.UnknownPerson.With(error.Found ?? ""),
            RosterFault.Twice => RosterText.Twice.With(error.Found ?? "", error.Other ?? 0),
            RosterFault.NotAGroup => RosterText.NotAGroup.With(error.Found ?? "", RosterGroup.Longest),
            RosterFault.TooManyGroups => RosterText.TooManyGroups.With(error.Other ?? 0, NewRoster.MostGroups),
            _ => RosterText.NotYesOrNo.With(error.Found ?? ""),
        };
        return error.Line is { } line ? RosterText.InLine.With(line, words) : words;
    }
}
