using MentorBot.Domain.Relationships;

namespace MentorBot.Domain.Agreements;

/// <summary>Where sheets are kept: one's own under one's own key, what is shown of it beside the pair, under the relationship's.</summary>
public interface IAgreements
{
    Task<Sheet> Own(PersonId person, RelationshipId relationship, CancellationToken cancellationToken);

    Task<SheetOutcome> DecideOwn(PersonId person, RelationshipId relationship, Func<Sheet, Decision<Sheet, SheetOutcome>> decide, CancellationToken cancellationToken);

    /// <summary>What this person shows the other.</summary>
    Task<ShownSheet> Shown(RelationshipId relationship, PersonId author, CancellationToken cancellationToken);

    /// <param name="decide">The pair is null when it is not there (any more).</param>
    Task<ShownSheet> DecideShown(
        RelationshipId relationship, PersonId author, Func<Relationship?, ShownSheet, Decision<ShownSheet, ShownSheet>> decide, CancellationToken cancellationToken);

    /// <summary>How long both would like it to be, in minutes; null where they do not both say so, or not the same. Opens no words.</summary>
    Task<int?> MinutesOf(Relationship relationship, CancellationToken cancellationToken);

    /// <summary>After how many conversations both would like to look again; null where they do not both say so, or not the same. Opens no words.</summary>
    Task<int?> LookAgainOf(Relationship relationship, CancellationToken cancellationToken);
}
