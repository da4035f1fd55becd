using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using MentorBot.Domain.Matching;
using MentorBot.Domain.Matching.Nevers;
using MentorBot.Domain.Offers;
using MentorBot.Domain.Requests;

namespace MentorBot.Domain.Tests.Matching;

/// <summary>Whatever a town is like, these hold.</summary>
public sealed class AnyTownTests
{
    [Fact]
    public void The_towns_are_such_that_every_never_forbids_something_and_some_are_found()
    {
        var towns = Gen.Sample(AnyTown.Arbitrary.Generator, 500, 50).ToArray();

        Assert.All(Nevers.InOrder, never => Assert.Contains(towns, town => town.Pairings.Any(pairing => Nevers.First(pairing) == never)));
        Assert.All(Enumerable.Range(0, 4), number => Assert.Contains(towns, town => town.Found().Length == number));
        Assert.All(Enum.GetValues<ReasonKind>(), kind => Assert.Contains(towns, town => town.Found().Any(one => one.Reasons.Any(reason => reason.Kind == kind))));
    }

    [Fact]
    public void A_proposal_never_breaks_a_never_nor_a_wish() => Always(town => town.Found().All(proposal =>
        town.Candidates.Where(one => one.Mentor.Person == proposal.Mentor).Select(town.With).Any(pairing =>
            Nevers.InOrder.All(never => !never.Forbids(pairing)) && Suits.Each(pairing) && Score.Of(pairing).Equals(proposal))));

    [Fact]
    public void Nobody_is_proposed_twice_nor_more_than_three() => Always(town =>
        town.Found() is var found && found.Length <= 3 && found.DistinctBy(proposal => proposal.Mentor).Count() == found.Length);

    [Fact]
    public void Nobody_left_out_suits_better_unless_somebody_was_wished_for() => Always(town =>
    {
        var found = town.Found();
        var leftOut = town.Pairings
            .Where(pairing => Finding.MayMeet(pairing) && Suits.Each(pairing) && !found.Any(proposal => proposal.Mentor == pairing.Mentor.Person))
            .Select(pairing => Score.Of(pairing).Score)
            .ToArray();
        return leftOut.Length == 0
            || (found.Length == 3 && found.Where(proposal => proposal.Mentor != town.Request.Form.WishedFor).All(proposal => proposal.Score >= leftOut.Max()));
    });

    [Fact]
    public void The_best_come_first() => Always(town => town.Found() is var found && found.SequenceEqual(found.OrderByDescending(proposal => proposal.Score)));

    [Fact]
    public void Whoever_was_wished_for_is_found_if_that_may_be() => Always(town => town.Request.Form.WishedFor is not { } wished
        || !town.Pairings.Any(pairing => pairing.Mentor.Person == wished && Finding.MayMeet(pairing))
        || town.Found().Any(proposal => proposal.Mentor == wished));

    [Fact]
    public void The_order_of_the_candidates_does_not_matter() => Always(town =>
    {
        var everyOther = town.Candidates.Where((_, nth) => nth % 2 == 0).Concat(town.Candidates.Where((_, nth) => nth % 2 == 1)).ToImmutableArray();
        return (town with { Candidates = [.. town.Candidates.Reverse()] }).Found().SequenceEqual(town.Found())
            && (town with { Candidates = everyOther }).Found().SequenceEqual(town.Found());
    });

    [Fact]
    public void A_score_stays_within_its_bounds_and_each_reason_has_some_of_it() => Always(town => town.Pairings.Select(Score.Of).All(proposal =>
        proposal.Score + Score.WaitingPoints(town.Request, town.Now) is >= 0 and <= Weights.Best && proposal.Reasons.All(reason => reason.Points > 0)));

    [Fact]
    public void Reasons_stand_in_the_order_of_their_kinds_and_none_is_said_twice() => Always(town => town.Pairings.Select(Score.Of).All(proposal =>
        proposal.Reasons.SequenceEqual(proposal.Reasons.OrderBy(reason => reason.Kind))
        && proposal.Reasons.DistinctBy(reason => (reason.Kind, reason.About)).Count() == proposal.Reasons.Length));

    [Fact]
    public void Another_shared_theme_never_lowers_a_score() => Always(town => town.Pairings.All(pairing =>
        pairing.Mentor.Offers is not { } offers || Score.Of(WithTheme("learning", pairing, offers)).Score >= Score.Of(pairing).Score));

    [Fact]
    public void Another_person_to_look_after_never_raises_a_score() => Always(town => town.Pairings.All(pairing =>
    {
        var busier = pairing with { Mentor = pairing.Mentor with { Taken = pairing.Mentor.Taken.Add(new(new("match-more"), new("zoe"))) } };
        return Score.Of(busier).Score <= Score.Of(pairing).Score;
    }));

    [Fact]
    public void What_the_directory_says_of_two_people_forbids_it_either_way() => Always(town => town.Pairings.All(pairing =>
        TheOtherWay(pairing) is not { } back || Nevers.InOrder
            .Where(never => never is Oneself or OwnReportingLine or ReportToTheSame or WorksTogether)
            .All(never => never.Forbids(pairing) == never.Forbids(back))));

    [Fact]
    public void A_list_forbids_it_whoever_wrote_it() => Always(town => town.Pairings.All(pairing =>
    {
        if (TheOtherWay(pairing) is not { } back)
            return true;
        var (mine, theirs) = (pairing.Request.Form.NotThese, pairing.Mentor.Offers?.NotThese ?? NeverList.Nobody);
        var turned = back with
        {
            Request = back.Request with { Form = back.Request.Form with { NotThese = theirs } },
            Mentor = back.Mentor with { Offers = Situation.PlainOffer with { NotThese = mine } },
        };
        var list = new OnAList();
        return list.Forbids(pairing) == list.Forbids(turned);
    }));

    [Fact]
    public void Shared_hours_are_the_same_from_either_side_and_no_more_than_a_day() => Always(town => town.Pairings.All(pairing =>
        pairing.Asked is not { } asked
        || (SharedHours.Of(town.Asking.Person, asked.Person, town.Now) is >= 0 and <= 24 and var hours && hours == SharedHours.Of(asked.Person, town.Asking.Person, town.Now))));

    [Fact]
    public void Nothing_that_is_widened_brings_a_never_or_takes_a_person_away() => Always(town =>
    {
        var wider = town with { Request = town.Request with { Form = town.Request.Form with { Widened = [.. Enum.GetValues<Widening>()] } } };
        return town.Pairings.Zip(wider.Pairings).All(both =>
            (!Finding.MayMeet(both.First) || Finding.MayMeet(both.Second)) && (!Suits.Each(both.First) || Suits.Each(both.Second)));
    });

    private static Pairing WithTheme(string theme, Pairing pairing, Offered offers) => pairing with
    {
        Request = pairing.Request with { Form = pairing.Request.Form with { Themes = pairing.Request.Form.Themes.Add(theme) } },
        Mentor = pairing.Mentor with { Offers = offers with { Themes = offers.Themes.Add(theme) } },
    };

    /// <summary>The asked person asks the other.</summary>
    private static Pairing? TheOtherWay(Pairing pairing) => pairing.Asked is not { } asked ? null : pairing with
    {
        Request = Situation.RequestOf(asked.Id.Value),
        Asking = asked,
        Mentor = Mentor.Unknown(pairing.Asking.Id),
        Asked = pairing.Asking,
    };

    private static void Always(Func<AnyTown, bool> rule) => Prop.ForAll(AnyTown.Arbitrary, rule).Check(Config.QuickThrowOnFailure.WithMaxTest(400));
}
