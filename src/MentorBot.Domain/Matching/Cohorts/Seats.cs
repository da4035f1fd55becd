using System.Collections.Immutable;

namespace MentorBot.Domain.Matching.Cohorts;

/// <summary>Who has chosen what so far, read both ways: a mentee's choice, a mentor's people.</summary>
internal sealed class Seats
{
    private const int None = -1;

    private readonly Choices choices;
    private readonly ImmutableArray<MentorPlaces> mentors;
    private readonly int[] choice;
    private readonly int[] people;
    private readonly int[] first;
    private readonly int[] filled;

    public Seats(int mentees, ImmutableArray<MentorPlaces> mentors, Choices choices)
    {
        (this.choices, this.mentors) = (choices, mentors);
        choice = new int[mentees];
        Array.Fill(choice, None);
        filled = new int[mentors.Length];
        first = new int[mentors.Length + 1];
        for (var mentor = 0; mentor < mentors.Length; mentor++)
            first[mentor + 1] = first[mentor] + mentors[mentor].Free;
        people = new int[first[^1]];
    }

    public int? MentorOf(int mentee) => choice[mentee] == None ? null : choices.Mentors[choice[mentee]];

    /// <summary>Only asked about somebody who has one.</summary>
    public int ChoiceOf(int mentee) => choice[mentee];

    /// <summary>Those who were placed with this mentor, without whom the mentor had before.</summary>
    public ReadOnlySpan<int> With(int mentor) => people.AsSpan(first[mentor], filled[mentor]);

    public bool HasRoom(int mentor) => filled[mentor] < mentors[mentor].Free;

    public long NextPlace(int mentor) => Scale.Place(mentors[mentor].Taken + filled[mentor] + 1);

    public void Take(int mentee, int newChoice)
    {
        var mentor = choices.Mentors[newChoice];
        choice[mentee] = newChoice;
        people[first[mentor] + filled[mentor]++] = mentee;
    }

    public void Leave(int mentee)
    {
        var mentor = choices.Mentors[choice[mentee]];
        var seat = first[mentor] + With(mentor).IndexOf(mentee);
        choice[mentee] = None;
        people[seat] = people[first[mentor] + --filled[mentor]];
    }
}
