using System.Collections.Immutable;
using NodaTime;

namespace MentorBot.Domain.Requests;

/// <summary>Somebody's wish for a mentor, or their invitation to a person whom they found themselves. A person may have several.</summary>
/// <param name="Revision">Counts its changes, from 1.</param>
/// <param name="Round">Counts the cards that the person asking got about it, from 1: each new one takes the place of the one before.</param>
/// <param name="Since">Their place in the queue.</param>
/// <param name="Zone">The zone of the person asking, in which days are counted.</param>
/// <param name="NotAgain">With whom it did not come about, or who were not wanted.</param>
/// <param name="OpenToPeers">Somebody else who is looking would be fine, as equals.</param>
/// <param name="Invited">Null for "find me someone".</param>
/// <param name="FellThrough">The last question did not come about, and nobody else was shown since.</param>
/// <param name="WordBy">By when a coordinator will have talked with them, where they wished for that.</param>
public sealed record Request(
    RequestId Id,
    PersonId Person,
    int Revision,
    int Round,
    RequestForm Form,
    RequestState State,
    Instant Since,
    DateTimeZone Zone,
    ImmutableArray<PersonId> NotAgain,
    bool OpenToPeers,
    InvitedAs? Invited,
    Instant? WordBy,
    bool FellThrough = false)
{
    public bool Equals(Request? other) =>
        other is not null
        && NotAgain.SequenceEqual(other.NotAgain)
        && (Id, Person, Revision, Round, Since, OpenToPeers) == (other.Id, other.Person, other.Revision, other.Round, other.Since, other.OpenToPeers)
        && Equals(Zone, other.Zone)
        && (Form, State, Invited, WordBy) == (other.Form, other.State, other.Invited, other.WordBy);

    public override int GetHashCode() => HashCode.Combine(Id, Person, Revision, Round, Since, OpenToPeers);

    /// <summary>When something happens by itself. Only what is being opened as a relationship has none.</summary>
    public Instant? NextDue => WordBy is { } word && DueOfState is { } due ? Instant.Min(word, due) : DueOfState;

    private Instant? DueOfState => State switch
    {
        RequestState.Kept kept => kept.EraseAt,
        RequestState.Looking looking => Instant.Min(looking.SearchAt, looking.By),
        RequestState.Proposed proposed => proposed.ReleaseAt,
        RequestState.Choosing choosing => choosing.RemindAt ?? choosing.By,
        RequestState.Asking asking => asking.TellAt ?? asking.RemindAt ?? asking.Until,
        RequestState.NotComeAbout not => not.By,
        RequestState.PutAside aside => aside.Until,
        RequestState.ToForward forward => forward.Until,
        _ => null,
    };

    /// <summary>Who is asked now, and has not answered: null for anybody else.</summary>
    public RequestState.Asking? Open => State is RequestState.Asking { TellAt: null } asking ? asking : null;

    /// <summary>With whom the question lies, here or not yet; null when it lies with nobody.</summary>
    public PersonId? Asked => Open?.Whom ?? (State as RequestState.ToForward)?.Whom;

    /// <summary>Who was chosen or invited, by what the person asking knows; null when nobody is.</summary>
    public PersonId? Whom => State switch
    {
        RequestState.Asking asking => asking.Whom,
        RequestState.ToForward forward => forward.Whom,
        RequestState.Accepted accepted => accepted.Whom,
        _ => null,
    };

    /// <summary>Waits for somebody to be found or sent out: what coordinators see, and a cohort places.</summary>
    public bool IsWaiting => Invited is null && State is RequestState.Looking or RequestState.Proposed;

    /// <summary>Whoever would be the mentor, where this person is asked.</summary>
    public PersonId MentorIf(PersonId asked) => Invited == InvitedAs.IMentorThem ? Person : asked;
}
