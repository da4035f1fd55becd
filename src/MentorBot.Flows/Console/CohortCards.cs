using System.Collections.Immutable;
using System.Globalization;
using AdaptiveCards;
using MentorBot.Domain.Directory;
using MentorBot.Domain.Matching.Cohorts;
using MentorBot.Flows.Cards;
using MentorBot.Flows.Turns;

namespace MentorBot.Flows.Console;

/// <summary>Everybody matched at once: the numbers on a card, the people in a form, one a page. Who is left out travels in the form.</summary>
public sealed class CohortCards(ThreeCards three, IDirectory directory)
{
    /// <summary>More than this do not fit on a form.</summary>
    public const int MostLeftOut = 100;

    public const string PageField = "page";

    /// <summary>Which outcome was looked at.</summary>
    public const string Looked = "looked";

    public const string LeftOut = "left-out";

    public static AdaptiveCard Everyone(Cohort cohort) => Card.Of(
        ConsoleText.EveryoneTitle,
        Numbers(cohort),
        Card.Open(ConsoleText.LookThrough, ConsoleActions.LookThrough, (Looked, cohort.Fingerprint)),
        cohort.Placed.IsEmpty ? null : Card.Open(ConsoleText.SendAll, ConsoleActions.SendAllForm, (Looked, cohort.Fingerprint)),
        Card.Press(ConsoleText.NotYet, ConsoleActions.Desk));

    /// <summary>The outcome is another one by now.</summary>
    public static Form Afresh(Cohort cohort, ImmutableArray<string> leftOut) => cohort.Placed.IsEmpty && cohort.NotPlaced.IsEmpty ? Nobody() : new(ConsoleText.EveryoneTitle, Card.Of(
        null,
        [Card.Text(ConsoleText.Changed), .. Numbers(cohort)],
        Submit(ConsoleText.LookThrough, ConsoleActions.Page, cohort, leftOut),
        cohort.Placed.IsEmpty ? null : Submit(ConsoleText.SendAll, ConsoleActions.AskAll, cohort, leftOut),
        Card.Submit(ConsoleText.NotYet, ActionIds.CloseForm)));

    /// <summary>Before anything goes out, how many it would be.</summary>
    public static Form Ask(Cohort cohort, ImmutableArray<string> leftOut)
    {
        var number = cohort.Placed.Length - leftOut.Length;
        return number == 0 ? Nobody() : new(ConsoleText.AskTitle, Card.Of(
            null,
            [
                Card.Text(number == 1 ? ConsoleText.AskOne : ConsoleText.AskSeveral.With(number)),
                leftOut.IsEmpty ? null : Card.Text(ConsoleText.AskLeftOut.With(leftOut.Length)),
            ],
            Submit(ConsoleText.SendAll, ConsoleActions.SendAll, cohort, leftOut),
            Card.Submit(ConsoleText.NotYet, ActionIds.CloseForm)));
    }

    public static Form Nobody() => new(ConsoleText.AskTitle, Card.Of(null, [Card.Text(ConsoleText.NobodyToSend)], Card.Submit(TurnText.Close, ActionIds.CloseForm)));

    /// <summary>One person of those who wait: first those with somebody to choose, then those without.</summary>
    /// <param name="number">From 0; beyond either end it is the nearest.</param>
    public async Task<Form> Page(Cohort cohort, int number, ImmutableArray<string> leftOut, Reader reader, CancellationToken cancellationToken)
    {
        var pages = cohort.Placed.Length + cohort.NotPlaced.Length;
        if (pages == 0)
            return Nobody();
        var page = Math.Clamp(number, 0, pages - 1);
        var mark = page < cohort.Placed.Length ? Cohort.MarkOf(cohort.Placed[page].Request.Id) : null;
        var isOut = mark is not null && leftOut.Contains(mark);
        var isFull = leftOut.Length >= MostLeftOut;
        return new(
            ConsoleText.PageTitle.With(page + 1, pages),
            Card.Of(
                null,
                [
                    .. mark is null ? await NotPlaced(cohort.NotPlaced[page - cohort.Placed.Length], reader, cancellationToken) : await Placed(cohort.Placed[page], reader, cancellationToken),
                    isOut ? Card.Text(ConsoleText.PageLeftOut) : null,
                    isFull && mark is not null && !isOut ? Card.Small(ConsoleText.TooManyLeftOut.With(MostLeftOut)) : null,
                ],
                page < pages - 1 ? Turning(ConsoleText.Next, cohort, page + 1, leftOut) : null,
                page > 0 ? Turning(ConsoleText.Back, cohort, page - 1, leftOut) : null,
                mark is null ? null
                    : isOut ? Turning(ConsoleText.TakeIn, cohort, page, leftOut.Remove(mark))
                    : isFull ? null
                    : Turning(ConsoleText.LeaveOut, cohort, page, leftOut.Add(mark)),
                cohort.Placed.IsEmpty ? Card.Submit(TurnText.Close, ActionIds.CloseForm) : Submit(ConsoleText.SendAll, ConsoleActions.AskAll, cohort, leftOut)));
    }

    private async Task<IEnumerable<AdaptiveElement>> Placed(Placed one, Reader reader, CancellationToken cancellationToken)
    {
        var name = await directory.NameOf(one.Request.Person, cancellationToken);
        var mentor = await directory.NameOf(one.Proposal.Mentor, cancellationToken);
        return
        [
            Card.Text($"**{ConsoleText.OneFor.With(name)}**"),
            Card.Text(ConsoleText.Since.With(reader.Day(one.Request.Since))),
            three.One(one.Proposal, name, mentor, one.Thing),
        ];
    }

    private async Task<IEnumerable<AdaptiveElement>> NotPlaced(NotPlaced one, Reader reader, CancellationToken cancellationToken)
    {
        var name = await directory.NameOf(one.Request.Person, cancellationToken);
        return
        [
            Card.Text($"**{name}**"),
            Card.Text(ConsoleText.Since.With(reader.Day(one.Request.Since))),
            Card.Text(one.NobodySuits ? ConsoleText.PageNobody : ConsoleText.PageElsewhere),
            Card.Text(ConsoleText.PageStays.With(name)),
        ];
    }

    private static IEnumerable<AdaptiveElement> Numbers(Cohort cohort) =>
    [
        Card.Text(ConsoleText.EveryoneBody),
        Card.Text(ConsoleText.EveryoneHave.With(cohort.Placed.Length)),
        Card.Text(ConsoleText.EveryoneHaveNot.With(cohort.NotPlaced.Length)),
    ];

    private static AdaptiveAction Turning(string title, Cohort cohort, int page, ImmutableArray<string> leftOut) => Card.Submit(
        title, ConsoleActions.Page, [.. Data(cohort, leftOut), (PageField, page.ToString(CultureInfo.InvariantCulture))]);

    private static AdaptiveAction Submit(string title, string id, Cohort cohort, ImmutableArray<string> leftOut) =>
        Card.Submit(title, id, [.. Data(cohort, leftOut)]);

    private static IEnumerable<(string Name, string Value)> Data(Cohort cohort, ImmutableArray<string> leftOut)
    {
        yield return (Looked, cohort.FingerprintWithout(leftOut));
        if (!leftOut.IsEmpty)
            yield return (LeftOut, string.Join(',', leftOut));
    }
}
