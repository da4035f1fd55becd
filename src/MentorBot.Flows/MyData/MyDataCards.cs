using System.Collections.Immutable;
using System.Globalization;
using AdaptiveCards;
using MentorBot.Domain.MyData;
using MentorBot.Domain.Relationships;
using MentorBot.Flows.Cards;
using MentorBot.Flows.Relationships;
using MentorBot.Flows.Turns;

namespace MentorBot.Flows.MyData;

/// <summary>What is kept of somebody, counted and not quoted; and the file that they take along.</summary>
public static class MyDataCards
{
    /// <summary>Far longer than it takes.</summary>
    private const int WithinMinutes = 5;

    public static AdaptiveCard Status(ImmutableArray<OwnSection> sections, IReadOnlyList<(Relationship Pair, string Name)> pairs, Download? last, Reader reader) => Card.Of(
        MyDataText.Title,
        [
            Card.Text(MyDataText.FormIs.With(StateOf(sections, OwnKind.Form))),
            sections.Any(one => one.Kind == OwnKind.Offer) ? Card.Text(MyDataText.OfferIs.With(StateOf(sections, OwnKind.Offer))) : null,
            .. pairs.SelectMany(one => (AdaptiveElement?[])[
                Card.Text(MyDataText.WithOne.With(
                    one.Name,
                    Count(sections, one.Pair, OwnKind.NoteForBoth, OwnKind.OwnNote),
                    Count(sections, one.Pair, OwnKind.Kept, OwnKind.Draft, OwnKind.OwnLines),
                    Count(sections, one.Pair, OwnKind.Moment))),
                one.Pair.State is RelationshipState.Ended ended ? Card.Small(MyDataText.ErasedOn.With(reader.Day(ended.EraseAt))) : null,
            ]),
            sections.Count(one => one is { Kind: OwnKind.Moment, With: null }) switch
            {
                0 => null,
                1 => Card.Text(MyDataText.MomentAlone),
                var alone => Card.Text(MyDataText.MomentsAlone.With(alone)),
            },
            sections.Count(one => one.Kind == OwnKind.CheckIn) is > 0 and var checkIns ? Card.Text(MyDataText.CheckIns.With(checkIns)) : null,
        ],
        Card.Open(MyDataText.ReadIt, MyDataActions.Read),
        Take(last),
        Card.Open(MyDataText.WhoOpenedIt, MyDataActions.WhoOpened),
        Card.Open(MyDataText.ForgetMe, MyDataActions.Forget));

    /// <param name="last">The last file there was, if any: a button asks for the one after it.</param>
    public static AdaptiveAction Take(Download? last) => Card.Press(MyDataText.TakeIt, MyDataActions.Take, NumberOf(Downloading.LastOf(last)));

    /// <summary>On other cards: to what is kept, from where it is taken along.</summary>
    public static AdaptiveAction ToTake() => Card.Press(MyDataText.TakeIt, MyDataActions.Show);

    public static AdaptiveAction TakeFirst(Download? last) => Card.Submit(MyDataText.TakeIt, MyDataActions.TakeFirst, NumberOf(Downloading.LastOf(last)));

    public static AdaptiveCard Making() => Card.Line(MyDataText.Making.With(WithinMinutes));

    public static AdaptiveCard Ready(Download download, Uri link, Reader reader) => Card.Of(
        MyDataText.ReadyTitle,
        [Card.Text(MyDataText.ReadyBody.With(reader.Moment(download.Until!.Value)))],
        new AdaptiveOpenUrlAction { Title = MyDataText.Fetch, Url = link },
        Card.Press(MyDataText.ThrowAway, MyDataActions.ThrowAway, NumberOf(download.Number)));

    /// <summary>What became of it, once the link is over.</summary>
    /// <param name="last">The last file there was, which may be a later one.</param>
    public static AdaptiveCard Over(DownloadStage stage, Download? last, string contact) => stage switch
    {
        DownloadStage.Taken => Card.Line(MyDataText.Taken),
        DownloadStage.ThrownAway => Card.Line(MyDataText.ThrownAway),
        DownloadStage.Failed => Card.Line(MyDataText.CouldNot.With(contact), Take(last)),
        _ => Card.Line(MyDataText.LinkOver, Take(last)),
    };

    /// <summary>The one wording for every date of erasure.</summary>
    public static AdaptiveCard Expires(Relationship pair, string name, string day) => Card.Of(
        MyDataText.ExpiresTitle.With(day), [Card.Text(MyDataText.Expires.With(name, day))], ToTake(), Card.Open(MyDataText.ReadOnceMore, MyDataActions.Read, (RelationshipActions.Relationship, pair.Id.Value)),
        Card.Press(MyDataText.Fine, MyDataActions.Fine));

    private static (string, string) NumberOf(int number) => (MyDataActions.Number, number.ToString(CultureInfo.InvariantCulture));

    private static string StateOf(ImmutableArray<OwnSection> sections, OwnKind kind)
    {
        var states = sections.Where(one => one.Kind == kind).SelectMany(one => one.Values).Where(value => value.Name == "state").Select(value => value.Value).ToList();
        return states.Count == 0 ? MyDataText.None : states.Contains("sent") ? MyDataText.Sent : MyDataText.KeptOnly;
    }

    private static int Count(ImmutableArray<OwnSection> sections, Relationship pair, params ReadOnlySpan<OwnKind> kinds)
    {
        var count = 0;
        foreach (var section in sections)
            if (section.With == pair.Id && kinds.Contains(section.Kind))
                count++;
        return count;
    }
}
