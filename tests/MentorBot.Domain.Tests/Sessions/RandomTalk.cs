using MentorBot.Domain.Notices;
using MentorBot.Domain.Scheduling;
using MentorBot.Domain.Sessions;
using NodaTime;

namespace MentorBot.Domain.Tests.Sessions;

/// <summary>What one person's card shows, as far as they have heard.</summary>
internal sealed record Screen(CardSeen Card, Phase Phase, int Draws, bool IsQuiet, bool IsOpen);

/// <summary>Two people who press what they see, or saw before; book, ask for the card, write notes, meet without the bot; and time that passes.</summary>
internal sealed class RandomTalk(int seed)
{
    private static readonly Phase[] Phases = Enum.GetValues<Phase>();
    private static readonly PersonId[] People = [Pair.Ben, Pair.Ana];

    private readonly Random random = new(seed);
    private readonly Dictionary<PersonId, List<Screen>> screens = People.ToDictionary(person => person, _ => new List<Screen>());

    public Pair Pair { get; private set; } = Pair.New;

    /// <summary>The last card that each of the two got, as it looks now.</summary>
    public IEnumerable<(PersonId Person, Screen Screen)> Newest => from one in screens where one.Value.Count > 0 select (one.Key, one.Value[^1]);

    /// <summary>Cards that were told of, by person.</summary>
    public HashSet<(PersonId Person, CardSeen Card)> Posted { get; } = [];

    public List<int> Kept { get; } = [];

    /// <returns>What happened, and what came of it.</returns>
    public (string What, MeetingsOutcome Outcome) Step()
    {
        var who = People[random.Next(2)];
        var (what, decision, isShown) = Choose(who);
        Take(decision, isShown ? who : null);
        return (what, decision.Outcome);
    }

    /// <summary>Until nothing is due.</summary>
    public void Ticks()
    {
        while (Passing.Tick(Pair.Together, Pair.Now) is { Changes: true } decision)
            Take(decision, null);
    }

    private (string What, Decision<Meetings, MeetingsOutcome> Decision, bool IsShown) Choose(PersonId who)
    {
        var (now, together) = (Pair.Now, Pair.Together);
        var seen = Seen(who);
        var card = seen.Card;
        var number = random.Next(together.Meetings.Last + 2);
        switch (random.Next(24))
        {
            case 0 or 1:
                return ("talk", Conducting.Begin(together, who, now), false);
            case < 8:
                var to = seen.Phase + (random.Next(4) == 0 ? -1 : 1);
                return Enum.IsDefined(to)
                    ? ("turn", Conducting.Turn(together, who, card, seen.Phase, to, isShown: true), true)
                    : ("end", Conducting.End(together, who, card, seen.IsQuiet ? null : seen.Phase, now), true);
            case 8:
                return ("turn in form", Conducting.Turn(together, who, card, seen.Phase, Phases[random.Next(4)], isShown: false), false);
            case < 12:
                return ("other prompts", Conducting.OtherPrompts(together, who, card, seen.Phase, seen.Draws), true);
            case 12:
                return ("just the prompts", Conducting.ShowJustPrompts(together, who, card, just: true, isShown: false), false);
            case 13:
                return ("one at a time", Conducting.ShowJustPrompts(together, who, card, just: false, isShown: true), true);
            case 14:
                return ("end", Conducting.End(together, who, card, seen.IsQuiet ? null : seen.Phase, now), true);
            case 15:
                return ("we met", Conducting.WeMet(together, who, number, together.Meetings.Find(number)?.Version, now), false);
            case 16:
                return ("late", Conducting.ComesLater(together, who, card, 5, now), true);
            case 17:
                return ("note", Conducting.Noted(together, card.Number, [seen.Phase], now), false);
            case 18:
                return ("question", Conducting.Questioned(together, who, random.Next(2) == 0), false);
            case 19:
                return ("call off", Conducting.CallOff(together, who, card.Number, together.Meetings.Find(card.Number)?.Version ?? 0, now), false);
            case 20:
                return ("book", Arranging.Book(together, who, together.Meetings.Last + 1, now + Duration.FromMinutes(random.Next(1, 3000)), 60, default, now), false);
            case 21 when together.Meetings.Next is { } next:
                return ("move", Arranging.Move(together, who, next.Number, next.Version, next.Start + Duration.FromMinutes(random.Next(-600, 600)), 30, default, now), false);
            case 22 when together.Meetings.Next is { } next && random.Next(3) == 0:
                return ("cancel", Arranging.Cancel(together, who, next.Number, next.Version), false);
            default:
                Pair = Pair.After(Duration.FromMinutes(random.Next(6) == 0 ? random.Next(2000) : random.Next(3)));
                return ("time", Passing.Tick(Pair.Together, Pair.Now), false);
        }
    }

    /// <summary>What this person presses on: mostly what their card shows, sometimes what it showed before, or an older card.</summary>
    private Screen Seen(PersonId who)
    {
        var all = screens[who];
        return all.Count == 0 ? new(new(random.Next(3), 1), Phases[random.Next(4)], random.Next(3), false, true)
            : all[random.Next(4) == 0 ? random.Next(all.Count) : all.Count - 1];
    }

    private void Take(Decision<Meetings, MeetingsOutcome> decision, PersonId? shownTo)
    {
        var held = Pair.Meetings.Held;
        Pair = Pair.Does(decision);
        foreach (var tell in decision.Consequences.OfType<Consequence.Tell>().Where(tell => tell.Kind == SessionNotices.Card))
        {
            var (_, number, card) = SessionNotices.In(tell.Subject);
            Posted.Add((tell.Whom, new(number, card)));
            Looks(tell.Whom, new(number, card));
        }

        // Notes for both are looked after as well, however often they change: that is one and the same step.
        if (Pair.Meetings.Held > held)
            Kept.AddRange(decision.Consequences.Where(one => one.Kind == SessionNotices.Keep).Select(one => SessionNotices.In(one.Subject).Number));
        if (shownTo is { } presser && Pair.Meetings.Session is { } session && session.SeatOf(presser) is { } seat)
            Looks(presser, new(session.Number, seat.Card));
    }

    /// <summary>The card as it is rendered from how things stand.</summary>
    private void Looks(PersonId who, CardSeen card)
    {
        if (Pair.Meetings.Session is { } session && session.Number == card.Number && session.SeatOf(who) is { } seat && seat.Card == card.Card)
            screens[who].Add(new(card, session.Phase, Pair.Meetings.Deck.Draws[(int)session.Phase], seat.JustPrompts, session.IsOpen));
    }
}
