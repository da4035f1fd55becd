using System.Globalization;
using MentorBot.Domain.Bundles;
using MentorBot.Domain.Notices;
using MentorBot.Domain.Relationships;

namespace MentorBot.Domain.Agreements;

/// <summary>The kinds of <see cref="Consequence"/> around how two people want to do this. Stored, so never renamed. Subject: the relationship.</summary>
public static class AgreementNotices
{
    /// <summary>A step: what the other sees follows what is ticked.</summary>
    public const string Show = "agreements.show";

    /// <summary>A mention to the other: something is there to read.</summary>
    public const string SomethingShown = "agreements.shown";

    /// <summary>A mention to each: what they want to learn, once more.</summary>
    public const string AimsAgain = "agreements.aims";

    /// <summary>What one wants to learn is easier to say by then.</summary>
    public const int ConversationsBeforeAims = 3;

    private const string Once = "1";

    public static Consequence Shown(Relationship pair, PersonId whom, int revision) =>
        BundleNotices.To(whom, SomethingShown, pair.Id.Value, revision.ToString(CultureInfo.InvariantCulture));

    public static Consequence Aims(Relationship pair, PersonId whom) => BundleNotices.To(whom, AimsAgain, pair.Id.Value, Once);
}
