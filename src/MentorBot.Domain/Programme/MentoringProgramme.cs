using System.Collections.Immutable;

namespace MentorBot.Domain.Programme;

/// <summary>How the organisation runs its mentoring, as the operator configured it.</summary>
/// <param name="Organisation">Its name, as cards say it.</param>
/// <param name="Themes">What conversations may be about, at most ten.</param>
/// <param name="Coordinators">Who looks after it. The first is named on cards.</param>
/// <param name="Deputies">Who is asked as well after a date has passed, and in place of a coordinator who is too close.</param>
/// <param name="Contacts">Whom to turn to in need, in one line; the bot cannot notice an emergency.</param>
/// <param name="Contact">Who runs the bot: for errors.</param>
/// <param name="Safeguarding">Where a mentor can ask without giving a name.</param>
/// <param name="ErasureDays">After how many days what was kept is erased, once something is finished.</param>
public sealed record MentoringProgramme(
    TenantId Tenant,
    string Organisation,
    ImmutableArray<Theme> Themes,
    ImmutableArray<PersonId> Coordinators,
    ImmutableArray<PersonId> Deputies,
    string Contacts,
    string Contact,
    string Safeguarding,
    int ErasureDays,
    OfferTerms Offers,
    MatchingTerms Matching)
{
    /// <summary>Whether the operator confirmed that the organisation may use the Relational Mentoring Index.</summary>
    public bool IndexCleared { get; init; }

    /// <summary>Who may be asked apart from everyone.</summary>
    public ImmutableArray<StandingGroup> Groups { get; init; } = [];

    public bool IsLookedAfterBy(PersonId person) => Coordinators.Contains(person) || Deputies.Contains(person);
}
