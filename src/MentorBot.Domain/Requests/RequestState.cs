using System.Collections.Immutable;
using MentorBot.Domain.Matching;
using MentorBot.Domain.Programme;
using MentorBot.Domain.Scheduling;
using NodaTime;

namespace MentorBot.Domain.Requests;

/// <summary>Where a request stands. Every state has a date by which something happens by itself.</summary>
public abstract record RequestState
{
    /// <summary>Written and kept, not sent.</summary>
    public sealed record Kept(Instant EraseAt) : RequestState;

    /// <summary>Nobody to propose so far.</summary>
    /// <param name="SearchAt">When the bot looks (again).</param>
    /// <param name="By">When the person hears, found or not.</param>
    /// <param name="Told">That nobody was found by an earlier date.</param>
    public sealed record Looking(Instant SearchAt, Instant By, bool Told) : RequestState;

    /// <summary>Up to three people, for a coordinator to look at; the person asking sees that the bot is looking.</summary>
    /// <param name="ReleaseAt">They go out by themselves.</param>
    /// <param name="Held">A coordinator has put the date off, which goes once.</param>
    public sealed record Proposed(ImmutableArray<Proposal> People, Instant ReleaseAt, bool Held) : RequestState
    {
        public bool Equals(Proposed? other) => other is not null && People.SequenceEqual(other.People) && (ReleaseAt, Held) == (other.ReleaseAt, other.Held);

        public override int GetHashCode() => HashCode.Combine(People.Length, ReleaseAt, Held);
    }

    /// <summary>The person asking has people to choose from.</summary>
    /// <param name="By">Without a choice it is put aside.</param>
    /// <param name="RemindAt">The one reminder; null once it was sent.</param>
    public sealed record Choosing(ImmutableArray<Proposal> People, Instant By, Instant? RemindAt) : RequestState
    {
        public bool Equals(Choosing? other) => other is not null && People.SequenceEqual(other.People) && (By, RemindAt) == (other.By, other.RemindAt);

        public override int GetHashCode() => HashCode.Combine(People.Length, By, RemindAt);
    }

    /// <summary>Somebody was chosen (or invited) and is asked; their place is held.</summary>
    /// <param name="People">Whom they chose from, the one who is asked among them; empty for an invitation.</param>
    /// <param name="Until">By when they may answer: the end of that day, or a time of it where it is pressing.</param>
    /// <param name="RemindAt">Their one reminder; null once it was sent. Where it is pressing there is none: it stands at <paramref name="Until"/>.</param>
    /// <param name="TellAt">
    /// Set once it has not come about, for whatever cause: the place is free, their card is empty, and the person asking hears
    /// at a time that is the same for a no as for a silence.
    /// </param>
    /// <param name="Times">Suited both when the question was put, in order; each can be said yes to. None where none was found or wanted.</param>
    /// <param name="IsSoon">It is pressing.</param>
    public sealed record Asking(
        MatchId Match, PersonId Whom, ImmutableArray<Proposal> People, Instant Until, Instant? RemindAt, Instant? TellAt, ImmutableArray<MeetingTime> Times, bool IsSoon) : RequestState
    {
        /// <summary>Those that have not gone by.</summary>
        public ImmutableArray<MeetingTime> TimesFrom(Instant now) => [.. Times.Where(time => time.Start > now)];

        public MeetingTime? At(Instant start) => Times.Where(time => time.Start == start).Select(time => (MeetingTime?)time).FirstOrDefault();

        /// <summary>
        /// When the person asking hears that it did not come about: on the next working morning; where it is pressing, when the time
        /// to answer is up, however early the no was.
        /// </summary>
        public Instant ToldAt(Instant fell, DateTimeZone zone) => IsSoon ? Until : WorkingDays.NextMorning(Instant.Min(fell, Until), zone);

        public bool Equals(Asking? other) =>
            other is not null
            && People.SequenceEqual(other.People)
            && Times.SequenceEqual(other.Times)
            && (Match, Whom, Until, RemindAt, TellAt, IsSoon) == (other.Match, other.Whom, other.Until, other.RemindAt, other.TellAt, other.IsSoon);

        public override int GetHashCode() => HashCode.Combine(Match, Whom, Until, RemindAt, TellAt, Times.Length);
    }

    /// <summary>It did not come about, and the person asking knows.</summary>
    /// <param name="By">Without an answer the bot goes on looking.</param>
    /// <param name="WasSoon">It was pressing: looking on means a little later.</param>
    public sealed record NotComeAbout(PersonId With, ImmutableArray<Proposal> Others, Instant By, bool WasSoon = false) : RequestState
    {
        public bool Equals(NotComeAbout? other) => other is not null && Others.SequenceEqual(other.Others) && (With, By, WasSoon) == (other.With, other.By, other.WasSoon);

        public override int GetHashCode() => HashCode.Combine(With, Others.Length, By);
    }

    /// <summary>No choice was made: put aside, with the place in the queue kept.</summary>
    /// <param name="Until">Then it is erased.</param>
    public sealed record PutAside(Instant Until) : RequestState;

    /// <summary>The invited person does not have the bot: whoever invited them has a line to forward. The question waits with them, unasked.</summary>
    /// <param name="Match">The question that is put when they come.</param>
    /// <param name="Until">Then it is erased.</param>
    public sealed record ToForward(MatchId Match, PersonId Whom, Instant Until) : RequestState;

    /// <summary>Both said yes. The relationship is being opened, and then the request is erased.</summary>
    /// <param name="ByTurns">They mentor one another by turns.</param>
    /// <param name="Time">The time that the yes was to; null for a yes without.</param>
    public sealed record Accepted(MatchId Match, PersonId Whom, Instant At, bool ByTurns, MeetingTime? Time = null) : RequestState;
}
