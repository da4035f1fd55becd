using System.Globalization;
using AdaptiveCards;
using MentorBot.Domain;
using MentorBot.Domain.Keeping;
using MentorBot.Domain.Relationships;
using MentorBot.Flows.Relationships;
using MentorBot.Flows.Sessions;

namespace MentorBot.Flows.Keeping;

/// <summary>What two people keep of a conversation, as one of them has it before them.</summary>
/// <param name="Name">The other's.</param>
public sealed record FoundKeep(Relationship Pair, Keep Keep, PersonId Me, string Name)
{
    public Share Mine => Keep.Of(Me);

    public bool MayKeep => Pair.MayKeep;

    /// <summary>The other's text is before them, and it is theirs to say whether it is fine.</summary>
    public bool IsAsked => MayKeep && Keep.Stage == KeepStage.Open && Keep.Showing is { } showing && showing.Person != Me;

    /// <summary>They may put a text together: at first, and once more where nothing was kept jointly.</summary>
    public bool MayDraft => MayKeep && (Keep.Stage == KeepStage.Open ? Keep.OnTable == 0 : Keep.MayTryAgain);

    /// <summary>What every button about it carries.</summary>
    public (string Name, string Value)[] Ids => [(RelationshipActions.Relationship, Pair.Id.Value), (SessionActions.Number, Text(Keep.Number))];

    /// <summary>The same, with the text that is on the table.</summary>
    public (string Name, string Value)[] IdsWithText => [.. Ids, (SessionActions.Revision, Text(Keep.OnTable))];

    public static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
