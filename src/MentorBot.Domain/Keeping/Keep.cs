using System.Collections.Immutable;
using MentorBot.Domain.Notes;
using MentorBot.Domain.Relationships;
using NodaTime;

namespace MentorBot.Domain.Keeping;

/// <summary>What two people keep of one conversation, from the offer on the next morning to what came of it.</summary>
/// <param name="Number">That of the conversation.</param>
/// <param name="Revision">Counts its changes, from 1.</param>
/// <param name="Round">1, or 2 after one of them tried once more.</param>
/// <param name="Until">By when both have to say that the same text is fine.</param>
/// <param name="RemindAt">The one reminder; null once it is gone out.</param>
/// <param name="Texts">The last number that a text was given.</param>
/// <param name="OnTable">The number of the text that the two are about, or that they kept; 0 for none.</param>
/// <param name="IsHome">Whether what is each one's own was brought to where it is theirs alone. True while there is nothing to bring.</param>
public sealed record Keep(
    RelationshipId In, int Number, int Revision, int Round, KeepStage Stage, Instant Until, Instant? RemindAt, int Texts, int OnTable, bool IsHome, Share OfMentee, Share OfMentor)
{
    /// <summary>Of a text for both, and of one's own; in characters.</summary>
    public const int Longest = 8_000;

    /// <summary>For how many days after the offer it can be decided on, to the end of the last one.</summary>
    public const int Days = 7;

    /// <summary>When the one reminder comes: at the hour of the offer, two days before the end.</summary>
    public static readonly Duration RemindAfter = Duration.FromDays(Days - 2);

    public ImmutableArray<Share> Shares => [OfMentee, OfMentor];

    /// <summary>Whose text the two are about, or kept; null for none.</summary>
    public Share? Showing => OnTable == 0 ? null : OfMentee.Shown?.Number == OnTable ? OfMentee : OfMentor;

    /// <summary>The text that the two are about, or kept.</summary>
    public Confidential? Text => Showing?.Shown?.Words;

    /// <summary>Nothing was kept jointly, and it may be tried once more.</summary>
    public bool MayTryAgain => Stage is KeepStage.Own or KeepStage.Nothing && Round == 1;

    /// <summary>Something can be shown to the other.</summary>
    public bool MayShow => Stage == KeepStage.Open || (MayTryAgain && IsHome);

    /// <summary>Both said so.</summary>
    public bool MayTakeAlong => OfMentee.MayTakeAlong && OfMentor.MayTakeAlong;

    /// <summary>When something happens by itself; null when nothing does.</summary>
    public Instant? NextDue => Stage == KeepStage.Open ? RemindAt ?? Until : null;

    public Share Of(PersonId person) => OfMentee.Person == person ? OfMentee : OfMentor;

    public Share OtherThan(PersonId person) => OfMentee.Person == person ? OfMentor : OfMentee;

    public Keep With(Share share) => OfMentee.Person == share.Person ? this with { OfMentee = share } : this with { OfMentor = share };

    /// <summary>Whether the offer said of this note that it is erased when nobody wants to keep anything.</summary>
    public bool IsOfItsTime(Note note) => note.At < Until;

    /// <summary>Texts that this person put together and that are not what both keep: theirs alone once it is over.</summary>
    public ImmutableArray<Written> OwnOf(PersonId person)
    {
        var share = Of(person);
        return [.. new[] { share.Draft, share.Shown }.OfType<Written>().Where(text => Stage != KeepStage.Kept || text.Number != OnTable)];
    }
}
