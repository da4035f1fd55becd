using AdaptiveCards;
using MentorBot.Domain.Directory;
using MentorBot.Domain.Matching;
using MentorBot.Domain.Matching.Cohorts;
using MentorBot.Domain.Programme;
using MentorBot.Domain.Requests;
using MentorBot.Flows.Cards;
using MentorBot.Flows.Turns;
using NodaTime;

namespace MentorBot.Flows.Console;

/// <summary>Those who were found for somebody, before they go out: why, and at most one thing to know of each.</summary>
public sealed class ThreeCards(ThoseWaiting waiting, MentoringProgramme programme, IDirectory directory)
{
    public async Task<AdaptiveCard> Of(
        Request request, RequestState.Proposed proposed, Reviewers who, Reader reader, Instant now, CancellationToken cancellationToken)
    {
        var asking = await directory.NameOf(request.Person, cancellationToken);
        var day = WaitingCards.DayFor(request, proposed.ReleaseAt, reader);
        var (others, gathering) = await waiting.For(reader.Person, cancellationToken);

        var people = new List<AdaptiveElement>();
        foreach (var proposal in proposed.People)
        {
            var mentor = await directory.NameOf(proposal.Mentor, cancellationToken);
            people.Add(One(proposal, asking, mentor, Thing(request, proposal, others, gathering, now)));
        }

        var isOne = proposed.People.Length == 1;
        return Card.Of(
            proposed.People.Length switch { 1 => ConsoleText.OneFor.With(asking), 2 => ConsoleText.TwoFor.With(asking), _ => ConsoleText.ThreeFor.With(asking) },
            [
                WaitingCards.Note(who, reader),
                .. people,
                Things.AboutAll(proposed.People) is ThingToKnow.OnlySoMany { Number: var number }
                    ? Card.Small(number == 1 ? ConsoleText.ThingOnlyOne.With(day) : ConsoleText.ThingOnlySome.With(number, day))
                    : null,
                Card.Text(isOne ? ConsoleText.TheyChooseOne.With(asking, day) : ConsoleText.TheyChoose.With(asking, day)),
            ],
            WaitingCards.Send(isOne ? ConsoleText.SendThis : ConsoleText.SendThese, request, proposed),
            WaitingCards.Open(ConsoleText.SwapOne, ConsoleActions.SuggestForm, request),
            proposed.Held ? null : WaitingCards.Press(ConsoleText.Hold, ConsoleActions.Hold, request),
            WaitingCards.Press(ConsoleText.Back, ConsoleActions.Person, request));
    }

    /// <summary>One person as a block: their name, why, and what to know.</summary>
    internal AdaptiveContainer One(Proposal proposal, string asking, string mentor, ThingToKnow? thing)
    {
        var why = string.Join("\n\n", ThirdPerson.Why(proposal, asking, mentor, programme));
        var block = new AdaptiveContainer { Items = [Card.Text($"**{mentor}**"), Card.Text(why)] };
        if (ThirdPerson.About(thing) is { } sentence)
            block.Items.Add(Card.Small(sentence));
        return block;
    }

    private static ThingToKnow? Thing(Request request, Proposal proposal, IEnumerable<Request> waiting, Gathering gathering, Instant now)
    {
        var isPeer = proposal.Reasons.Any(reason => reason.Kind == ReasonKind.LooksToo);
        var mentor = gathering.MentorBy(proposal.Mentor) ?? Mentor.Unknown(proposal.Mentor);
        if (gathering.Pair(request, mentor, now) is not { } pairing)
            return null;
        var others = isPeer ? 0 : waiting
            .Where(other => other.Person != request.Person && gathering.Pair(other, mentor, now) is { } pair && Cohort.IsEligible(pair))
            .DistinctBy(other => other.Person)
            .Count();
        return Things.About(pairing with { AsPeer = isPeer }, proposal, others);
    }
}
