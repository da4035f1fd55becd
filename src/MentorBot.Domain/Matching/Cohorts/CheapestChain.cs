using System.Collections.Immutable;

namespace MentorBot.Domain.Matching.Cohorts;

/// <summary>
/// Finds a place for one mentee more, at the least cost to all: they take a place with a mentor, whoever sits there moves on to
/// another mentor, and so on, until somebody comes to an open place, or stays without a mentor. The cheapest such chain is a
/// shortest path (Dijkstra), and when it has been followed, all who were placed so far are placed at the optimum again.
/// <para>
/// Prices make it quick, as in the Hungarian method. Everybody placed pays what their pair costs and their mentor's price, and has
/// nothing cheaper; so no step makes a chain shorter, and the search looks no farther than the shortest chain is long. A price
/// is never below the place that was filled last, nor above the one to be filled next. Prices only rise.
/// </para>
/// </summary>
internal sealed class CheapestChain
{
    private const int OpenPlace = -1;

    private readonly Choices choices;
    private readonly Seats seats;
    private readonly long unplaced;
    private readonly long[] price;
    private readonly NearestFirst near;
    private readonly List<int> passed = [];

    /// <summary>What the chain costs up to a place with this mentor, the price included; and the last step there.</summary>
    private readonly long[] distance;
    private readonly (int Mentee, int Choice)[] step;

    /// <summary>The cheapest chain found so far. It ends with a mentor's open place, or with this mentee being left out.</summary>
    private long length;
    private int lastMentor;
    private int leftOut;

    public CheapestChain(Choices choices, Seats seats, ImmutableArray<MentorPlaces> mentors, Scale scale)
    {
        (this.choices, this.seats, unplaced) = (choices, seats, scale.Unplaced);
        price = [.. Enumerable.Range(0, mentors.Length).Select(seats.NextPlace)];
        near = new NearestFirst(mentors.Length);
        distance = new long[mentors.Length];
        step = new (int, int)[mentors.Length];
    }

    public IEnumerable<long> Prices => price;

    public void Place(int mentee)
    {
        Find(mentee);

        // Whoever could have been part of a shorter chain pays the difference: this one is now nowhere dearer than any other choice.
        foreach (var mentor in passed)
            price[mentor] += length - distance[mentor];

        if (leftOut != mentee)
            Follow(mentee);
    }

    private void Find(int mentee)
    {
        Array.Fill(distance, long.MaxValue);
        near.Clear();
        passed.Clear();
        (length, leftOut) = (unplaced, mentee);
        Look(mentee, 0);
        while (!near.IsEmpty && near.Take() is var mentor && distance[mentor] < length)
        {
            passed.Add(mentor);
            foreach (var other in seats.With(mentor))
            {
                var moved = distance[mentor] - price[mentor] - choices.Costs[seats.ChoiceOf(other)];
                if (moved + unplaced < length)
                    (length, lastMentor, leftOut) = (moved + unplaced, mentor, other);
                Look(other, moved);
            }
        }
    }

    /// <summary>Where this mentee could go, when the chain has cost <paramref name="soFar"/> until they have to go somewhere.</summary>
    private void Look(int mentee, long soFar)
    {
        var range = choices.Of(mentee);
        var mentors = choices.Mentors[range];
        var costs = choices.Costs[range];
        for (var one = 0; one < mentors.Length; one++)
        {
            // No price is negative and the next pair is no cheaper: most looks end here, which is what makes a crowd affordable.
            if (soFar + costs[one] >= length)
                return;

            var mentor = mentors[one];
            var there = soFar + costs[one] + price[mentor];
            if (there < length && there < distance[mentor])
                Reach(mentor, there, (mentee, range.Start.Value + one));
        }
    }

    private void Reach(int mentor, long there, (int Mentee, int Choice) by)
    {
        if (distance[mentor] == long.MaxValue)
            near.Add(mentor, there);
        else
            near.Nearer(mentor, there);
        (distance[mentor], step[mentor]) = (there, by);

        // The end is known as soon as an open place is in sight, so that nothing farther is looked at.
        if (seats.HasRoom(mentor) && there - price[mentor] + seats.NextPlace(mentor) is var end && end < length)
            (length, lastMentor, leftOut) = (end, mentor, OpenPlace);
    }

    /// <summary>From its end to its beginning: each takes the place that the one after has left.</summary>
    private void Follow(int mentee)
    {
        if (leftOut != OpenPlace)
            seats.Leave(leftOut);
        for (var mentor = lastMentor; ;)
        {
            var (mover, choice) = step[mentor];
            if (mover == mentee)
            {
                seats.Take(mentee, choice);
                return;
            }

            mentor = choices.Mentors[seats.ChoiceOf(mover)];
            seats.Leave(mover);
            seats.Take(mover, choice);
        }
    }
}
