using System.Collections.Immutable;
using MentorBot.Domain.MyData;
using MentorBot.Flows.Cards;
using MentorBot.Flows.Turns;

namespace MentorBot.Flows.MyData;

/// <summary>On which days one opened something oneself; and that nobody else did.</summary>
internal static class WhoOpenedForm
{
    /// <summary>As many days as one reads; the newest.</summary>
    private const int MostDays = 60;

    /// <param name="name">With whom something is shared; null where it is about everybody.</param>
    public static Form Of(ImmutableArray<OpenedOnDay> days, string? name, Reader reader) => new(MyDataText.WhoOpenedTitle, Card.Of(
        null,
        [
            Card.Text(name is null ? MyDataText.WhoOpenedAnything : MyDataText.WhoOpened.With(name)),
            days.IsEmpty ? Card.Text(MyDataText.NothingOpened) : null,
            .. days.Take(MostDays).Select(day => Card.Text(MyDataText.OpenedOn.With(reader.Day(day.Day), string.Join(", ", day.What.Select(Said))))),
        ],
        Card.Submit(TurnText.Close, ActionIds.CloseForm)));

    private static string Said(Opened what) => what switch
    {
        Opened.Notes => MyDataText.Notes,
        Opened.Kept => MyDataText.Kept,
        Opened.Moment => MyDataText.Moment,
        Opened.Question => MyDataText.Question,
        Opened.SomethingToTry => MyDataText.SomethingToTry,
        Opened.HowWeDoThis => MyDataText.HowWeDoThis,
        Opened.WhatWasAsked => MyDataText.WhatWasAsked,
        Opened.Everything => MyDataText.Everything,
        Opened.Story => MyDataText.Story,
        _ => MyDataText.CheckIn,
    };
}
