namespace MentorBot.Domain.Pulses;

/// <summary>Over how many people and relationships something reaches.</summary>
/// <param name="People">Each once.</param>
/// <param name="AsMentee">Answers as that: each about another relationship.</param>
/// <param name="AsMentor">The same.</param>
public readonly record struct Breadth(int People, int AsMentee, int AsMentor)
{
    /// <summary>Nothing is shown of fewer people, nor of fewer pairs.</summary>
    public const int Enough = 5;

    /// <summary>At least so many: the answers in one role are all of different pairs.</summary>
    public int Pairs => Math.Max(AsMentee, AsMentor);

    public bool IsEmpty => People == 0;

    public bool IsEnough => People >= Enough && Pairs >= Enough;

    public Breadth Plus(Breadth other) => new(People + other.People, AsMentee + other.AsMentee, AsMentor + other.AsMentor);

    /// <param name="ofOnePerson">Their answers; or none.</param>
    public Breadth Plus(IReadOnlyCollection<Answered> ofOnePerson) => ofOnePerson.Count == 0
        ? this
        : new(People + 1, AsMentee + ofOnePerson.Count(one => one.Role == PulseRole.Mentee), AsMentor + ofOnePerson.Count(one => one.Role == PulseRole.Mentor));
}
