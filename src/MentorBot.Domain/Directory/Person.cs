using System.Collections.Immutable;
using NodaTime;

namespace MentorBot.Domain.Directory;

/// <summary>Somebody of the organisation, as its directory knows them.</summary>
/// <param name="Manager">Whom they report to; null at the top.</param>
/// <param name="WorksWith">People with a declared link to their daily work, beside the reporting line.</param>
/// <param name="Zone">Their time zone (IANA).</param>
/// <param name="Hours">Their usual working hours, in their own zone.</param>
/// <param name="Languages">Languages they like to talk in, as BCP 47 tags such as "en" or "pt-BR"; never empty.</param>
public sealed record Person(
    PersonId Id,
    string Name,
    string Mail,
    string Title,
    string Department,
    PersonId? Manager,
    ImmutableArray<PersonId> WorksWith,
    DateTimeZone Zone,
    WorkingHours Hours,
    ImmutableArray<string> Languages);
