using System.Collections.Immutable;
using System.Globalization;
using MentorBot.Domain.Offers;
using MentorBot.Domain.Requests;
using MentorBot.Domain.Wishes;
using NodaTime;

namespace MentorBot.Domain.Matching;

/// <summary>
/// Why two people might suit: reasons that can be read as sentences, each with its points from <see cref="Weights"/>. It weighs what
/// the two said they wish, never what either is worth, and knows nothing of how often somebody was chosen.
/// </summary>
public static class Score
{
    private const string SpokenByAll = "en";

    /// <summary>The reasons in the order in which they are worth reading. The sum is never below nothing nor above <see cref="Weights.Best"/>.</summary>
    public static Proposal Of(Pairing pairing)
    {
        var (form, offers) = (pairing.Request.Form, pairing.Mentor.Offers);
        var reasons = ImmutableArray.CreateBuilder<Reason>();

        if (form.WishedFor == pairing.Mentor.Person)
            reasons.Add(new(ReasonKind.WishedFor, Weights.WishedFor));
        if (offers is not null)
            AddTopicsAndHelp(reasons, form, offers);
        if (form.AtEaseWith != AtEaseWith.Anyone && WorkOf(pairing) == form.AtEaseWith && !form.Widened.Contains(Widening.EitherWork))
            reasons.Add(new(form.AtEaseWith == AtEaseWith.WorkLikeMine ? ReasonKind.SimilarWork : ReasonKind.DifferentWork, Weights.Work));
        if (form.Soon == HowSoon.ThisWeek && offers is { AtShortNotice: true })
            reasons.Add(new(ReasonKind.ShortNotice, Weights.ShortNotice));
        if (pairing.Asked is { } asked && SharedHours.Of(pairing.Asking.Person, asked.Person, pairing.Now) is > 0 and var hours)
            reasons.Add(new(ReasonKind.SharedHours, Weights.SharedHour * Math.Min(hours, Weights.MostSharedHours), hours.ToString(CultureInfo.InvariantCulture)));
        if (CommonLanguages.Beside(SpokenByAll, pairing) is { } language)
            reasons.Add(new(ReasonKind.Language, Weights.Language, language));
        if (offers is { Meeting: not WayOfMeeting.Any and var way } && way == form.Meeting)
            reasons.Add(new(ReasonKind.Meeting, Weights.Meeting, way.ToString()));
        if (pairing.AsPeer)
            reasons.Add(new(ReasonKind.LooksToo, Weights.LooksToo));
        else if (offers is not null && pairing.Mentor.Standing == MentorStanding.Open)
            reasons.Add(new(ReasonKind.HasTime, HasTime(pairing, offers)));

        return new(pairing.Mentor.Person, reasons.DrainToImmutable());
    }

    /// <summary>For who waits, whomever they would talk with: small, one for each whole day up to a month.</summary>
    public static int WaitingPoints(Request request, Instant now) =>
        Weights.DayOfWaiting * Math.Clamp((now - request.Since).Days, 0, Weights.MostDaysOfWaiting);

    private static void AddTopicsAndHelp(ImmutableArray<Reason>.Builder reasons, RequestForm form, Offered offers)
    {
        var themes = SharedThemes(form, offers);
        for (var nth = 0; nth < themes.Length; nth++)
            reasons.Add(new(ReasonKind.Theme, nth < Weights.ThemesThatCountFully ? Weights.Theme : Weights.FurtherTheme, themes[nth]));

        var kinds = form.Help.Distinct().Where(kind => OffersIt(offers, kind)).ToImmutableArray();
        for (var nth = 0; nth < kinds.Length; nth++)
        {
            var points = nth switch { 0 => Weights.Help, 1 => Weights.SecondHelp, _ => Weights.FurtherHelp };
            reasons.Add(new(ReasonKind.Help, points, kinds[nth].ToString()));
        }

        if (offers.Help.Contains(Help.WhateverIsNeeded))
            reasons.Add(new(ReasonKind.Help, WhateverIsNeeded(form, kinds.Length)));
    }

    /// <summary>Only real themes, of which one can say "you both chose it", in the order in which the person asking chose them.</summary>
    private static ImmutableArray<string> SharedThemes(RequestForm form, Offered offers) =>
        form.Themes.Where(theme => IsTheme(theme) && offers.Themes.Contains(theme)).Distinct(StringComparer.Ordinal).Take(Weights.MostThemes).ToImmutableArray();

    internal static bool IsTheme(string chosen) => chosen is not (RequestForm.SomethingElse or RequestForm.InPerson or OfferForm.Anything);

    private static bool OffersIt(Offered offers, HelpWanted wanted) => KindOf(wanted) is { } kind && offers.Help.Contains(kind);

    /// <summary>The same help, seen from the other side; none for who does not know yet.</summary>
    private static Help? KindOf(HelpWanted wanted) => wanted switch
    {
        HelpWanted.SomeoneToThinkWith => Help.SomeoneToThinkWith,
        HelpWanted.Advice => Help.Advice,
        HelpWanted.Skill => Help.Skill,
        HelpWanted.Direction => Help.Direction,
        HelpWanted.AnotherView => Help.AnotherView,
        HelpWanted.Introductions => Help.Introductions,
        HelpWanted.SomeoneWhoListens => Help.SomeoneWhoListens,
        _ => null,
    };

    private static int WhateverIsNeeded(RequestForm form, int sharedKinds) =>
        sharedKinds > 0 ? Weights.FurtherHelp
        : form.Help.Contains(HelpWanted.NotKnownYet) ? Weights.WhateverForWhoDoesNotKnow
        : Weights.WhateverIsNeeded;

    /// <summary>What can be said of every open mentor also carries what only the points may say: how free they are, and whether this is what they wish, too.</summary>
    private static int HasTime(Pairing pairing, Offered offers)
    {
        var places = offers.Places.Count();
        var points = Weights.HasTime + (Weights.FairLoad * Math.Clamp(pairing.Mentor.Free, 0, places) / places);
        if (offers.AtEaseWith == AtEaseWith.Anyone || WorkOf(pairing) == offers.AtEaseWith)
            points += Weights.MentorAtEase;
        if (IsOpenToOtherTopics(offers) && pairing.Request.Form.Widened.Contains(Widening.TopicsCloseToMine) && SharedThemes(pairing.Request.Form, offers).IsEmpty)
            points += Weights.OpenToTopics;
        return points;
    }

    private static bool IsOpenToOtherTopics(Offered offers) => offers.Themes.Contains(OfferForm.Anything) || offers.Themes.Contains(OfferForm.SomethingElse);

    /// <summary>Like one another's in the same department; null where the directory does not say.</summary>
    private static AtEaseWith? WorkOf(Pairing pairing)
    {
        var (mine, theirs) = (pairing.Asking.Person.Department, pairing.Asked?.Person.Department);
        if (string.IsNullOrWhiteSpace(mine) || string.IsNullOrWhiteSpace(theirs))
            return null;
        return string.Equals(mine.Trim(), theirs.Trim(), StringComparison.OrdinalIgnoreCase) ? AtEaseWith.WorkLikeMine : AtEaseWith.DifferentWork;
    }
}
