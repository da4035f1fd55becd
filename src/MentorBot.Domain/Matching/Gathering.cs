using System.Collections.Immutable;
using MentorBot.Domain.Programme;
using MentorBot.Domain.Requests;
using NodaTime;

namespace MentorBot.Domain.Matching;

/// <summary>Mentors, directory and past pairs, read once, for looking at many requests together. See <see cref="Gatherings"/>.</summary>
/// <param name="Colleagues">Whoever mentors, asks or looks after the programme, as the directory knows them. Who has left it is missing.</param>
/// <param name="EndedByChoice">With whom somebody ended, and not both asked again since.</param>
public sealed record Gathering(
    ImmutableArray<Mentor> Mentors,
    IReadOnlyDictionary<PersonId, Colleague> Colleagues,
    IReadOnlyDictionary<PersonId, ImmutableHashSet<PersonId>> EndedByChoice)
{
    private readonly Dictionary<PersonId, Mentor> byPerson = Mentors.ToDictionary(mentor => mentor.Person);

    public Mentor? MentorBy(PersonId person) => byPerson.GetValueOrDefault(person);

    /// <summary>For decisions that look for somebody in it.</summary>
    /// <param name="peers">Requests of those who would talk as equals.</param>
    public Searching Searching(ImmutableArray<Request> peers, Instant now)
    {
        var market = new Market(this, peers, now);
        return new(market.Find, market.Between);
    }

    /// <summary>Who may look at what touches these people.</summary>
    public Reviewers ReviewersOf(MentoringProgramme programme, ImmutableArray<PersonId> touched) =>
        Reviewers.Of(programme, touched, LineOf, (one, other) => MentorBy(one)?.IsMentorOf(other) == true);

    /// <summary>Null when the person asking has left the directory.</summary>
    /// <param name="asPeer">Whoever would be asked is looking, too.</param>
    public Pairing? Pair(Request request, Mentor mentor, Instant now, bool asPeer = false) => Colleagues.GetValueOrDefault(request.Person) is { } asking
        ? new(request, asking, mentor, Colleagues.GetValueOrDefault(mentor.Person), HaveEnded(request.Person, mentor.Person), now, asPeer)
        : null;

    private bool HaveEnded(PersonId one, PersonId other) => EndedByChoice.TryGetValue(one, out var ended) && ended.Contains(other);

    private ImmutableArray<PersonId> LineOf(PersonId person) => Colleagues.GetValueOrDefault(person)?.Line ?? [];
}
