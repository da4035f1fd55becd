using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using MentorBot.Domain.Notices;
using MentorBot.Domain.Offers;
using MentorBot.Domain.Programme;
using NodaTime;
using static MentorBot.Domain.Tests.Offers.Situations;

namespace MentorBot.Domain.Tests.Offers;

/// <summary>
/// Anybody may press anything at any time. Hundreds of commands in a row, from people who may and people who may not, on offers
/// that are there and that are not, at times that jump: whatever comes of it keeps these rules.
/// </summary>
public sealed class AnySequenceTests
{
    private static readonly ImmutableArray<PersonId> Everybody = [Ana, Ben, Chidi, Noor, Sam];

    private static readonly Gen<Step> Steps =
        from command in Gen.Frequency(
            (2, Gen.Constant("Keep")), (4, Gen.Constant("Send")), (2, Gen.Constant("Change")), (4, Gen.Constant("TriedOut")), (2, Gen.Constant("SomeoneElse")),
            (3, Gen.Constant("Confirm")), (2, Gen.Constant("AskForAWord")), (3, Gen.Constant("Pause")), (2, Gen.Constant("Resume")), (1, Gen.Constant("Erase")), (6, Gen.Constant("Tick")))
        from who in Gen.Elements(Everybody.ToArray())
        from other in Gen.Elements(Everybody.Select(one => (PersonId?)one).Append(null).ToArray())
        from id in Gen.Frequency((8, Gen.Constant(Id)), (2, Gen.Constant(Another)))
        from form in Gen.Elements(Form, OtherForm, Form with { About = null })
        from point in Gen.Elements(OpenPoint.Time, OpenPoint.OwnWish, OpenPoint.TryOut)
        from days in Gen.Choose(-2, 400)
        from minutesLater in Gen.Frequency((5, Gen.Choose(0, 600)), (1, Gen.Choose(0, 60 * 24 * 40)))
        from waitsUntilDue in Gen.Elements(true, false, false)
        select new Step(command, who, other, id, form, point, days, Duration.FromMinutes(minutesLater), waitsUntilDue);

    private static readonly Arbitrary<Step[]> Sequences = Steps.ArrayOf(300).ToArbitrary();

    [Fact]
    public void An_offer_always_has_a_date_by_which_something_happens_unless_it_is_open() => Always((_, _, _, after) =>
        after.Next is not { } offer || offer.NextDue is null == offer.State is OfferState.Open);

    [Fact]
    public void What_falls_due_comes_to_rest_with_a_date_ahead_or_none() => Always((_, _, now, after) =>
    {
        var offer = after.Next;
        for (var ticks = 0; ticks < 2; ticks++)
            offer = Offering.Tick(Of(offer), NoorThenSam, Terms, now).Next;
        return offer?.NextDue is not { } due || due > now;
    });

    [Fact]
    public void The_revision_grows_by_exactly_one_with_each_change() => Always((before, _, _, after) =>
        after.Next is not { } offer || offer.Revision == (before?.Revision ?? 0) + (after.Changes ? 1 : 0));

    [Fact]
    public void Only_a_coordinator_or_deputy_confirms_and_never_time() => Always((before, step, _, after) =>
        before is { State: OfferState.Open or OfferState.Paused } || after.Next is not { State: OfferState.Open open }
        || (step.Command == "Confirm" && NoorThenSam.Include(step.Who) && open.ConfirmedBy == step.Who && before is { State: OfferState.Waiting }));

    [Fact]
    public void As_it_is_and_not_yours_change_nothing_and_tell_nobody() => Always((before, _, _, after) =>
        after.Outcome is OfferOutcome.Done ? after.Changes : !after.Changes && Equals(after.Next, before) && after.Consequences.IsEmpty);

    [Fact]
    public void The_answer_is_how_things_stand() => Always((_, _, _, after) => after.Outcome switch
    {
        OfferOutcome.Done done => Equals(done.Now, after.Next),
        OfferOutcome.AsItIs asItIs => Equals(asItIs.Now, after.Next),
        _ => true,
    });

    [Fact]
    public void Erasing_ends_in_nothing_and_the_person_is_told() => Always((before, step, _, after) =>
        step.Command != "Erase" || before?.Id != step.Id || (after is { Changes: true, Next: null } && Tells(after, Ana)));

    [Fact]
    public void Every_change_is_shown_to_the_person_offering_and_followed_by_the_list_of_mentors() => Always((_, _, _, after) =>
        !after.Changes || (Tells(after, Ana) && after.Consequences.Count(one => one.Kind == OfferNotices.List) == 1));

    [Fact]
    public void Nobody_is_told_the_same_thing_twice_at_once() => Always((_, _, _, after) =>
        after.Consequences.Distinct().Count() == after.Consequences.Length);

    [Fact]
    public void Whoever_held_a_card_about_the_try_out_or_the_review_is_told_when_it_is_over() => Always((before, _, _, after) =>
        !after.Changes || before?.State switch
        {
            OfferState.TryingOut { Partner: { } partner } => after.Next?.State is OfferState.TryingOut { Partner: var still } && still == partner || Tells(after, partner),
            OfferState.Waiting waiting => waiting.Asked.All(asked => Tells(after, asked)),
            _ => true,
        });

    [Fact]
    public void Another_person_never_becomes_the_one_who_offers() => Always((_, _, _, after) => after.Next is not { } offer || offer.Person == Ana);

    [Fact]
    public void The_same_state_command_and_time_always_decide_alike() => Always((before, step, now, after) =>
    {
        var again = step.Decide(Of(before), now);
        return Equals(again.Outcome, after.Outcome) && Equals(again.Next, after.Next) && again.Consequences.SequenceEqual(after.Consequences);
    });

    /// <summary>A rule that holds for each step: the offer before it, the step, when it came, and what was decided.</summary>
    private static void Always(Func<Offer?, Step, Instant, Decision<Offer, OfferOutcome>, bool> rule) => Prop.ForAll(Sequences, steps =>
    {
        var (offer, now) = ((Offer?)null, Monday);
        foreach (var step in steps)
        {
            now = step is { Command: "Tick", WaitsUntilDue: true } && offer?.NextDue > now ? offer.NextDue.Value : now + step.Later;
            var decision = step.Decide(Of(offer), now);
            if (!rule(offer, step, now, decision))
                throw new InvalidOperationException($"At {now} {step} on {offer} came to {decision}, told {decision.Told()}.");
            offer = decision.Next;
        }
    }).QuickCheckThrowOnFailure();

    private static bool Tells(Decision<Offer, OfferOutcome> decision, PersonId whom) => decision.Consequences.OfType<Consequence.Tell>().Any(tell => tell.Whom == whom);

    private sealed record Step(
        string Command, PersonId Who, PersonId? Other, OfferId Id, OfferForm Form, OpenPoint Point, int Days, Duration Later, bool WaitsUntilDue)
    {
        public Decision<Offer, OfferOutcome> Decide(Found found, Instant now) => Command switch
        {
            "Keep" => Offering.Keep(found, Id, Ana, Form, Lisbon, Terms, now),
            "Send" => Offering.Send(found, Id, Ana, Form, Other == Ana ? null : Other, Lisbon, Terms, now),
            "Change" => Offering.Change(found, Id, Form),
            "TriedOut" => Offering.TriedOut(found, Id, Point == OpenPoint.Time ? TryOut.MentoredBefore : TryOut.TookPlace, NoorThenSam, Terms, now),
            "SomeoneElse" => Offering.SomeoneElse(found, Id, Who, Other == Ana ? null : Other),
            "Confirm" => Reviewing.Confirm(found, Id, Who, NoorThenSam),
            "AskForAWord" => Reviewing.AskForAWord(found, Id, Who, Point, NoorThenSam, Terms, now),
            "Pause" => Offering.Pause(found, Id, now.InZone(Lisbon).Date.PlusDays(Days), now),
            "Resume" => Offering.Resume(found, Id),
            "Erase" => Offering.Stop(found, Id),
            _ => Offering.Tick(found, NoorThenSam, Terms, now),
        };
    }
}
