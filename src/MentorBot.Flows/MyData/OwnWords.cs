using MentorBot.Domain.MyData;

namespace MentorBot.Flows.MyData;

/// <summary>How the kinds of things that are somebody's own, and what is in them, are called when they are read.</summary>
internal static class OwnWords
{
    public static string Title(OwnKind kind) => kind switch
    {
        OwnKind.Settings => MyDataText.KindSettings,
        OwnKind.Form => MyDataText.KindForm,
        OwnKind.Offer => MyDataText.KindOffer,
        OwnKind.Pair => MyDataText.KindPair,
        OwnKind.Agreement => MyDataText.KindAgreement,
        OwnKind.NoteForBoth => MyDataText.KindNoteForBoth,
        OwnKind.OwnNote => MyDataText.KindOwnNote,
        OwnKind.Question => MyDataText.KindQuestion,
        OwnKind.SomethingToTry => MyDataText.KindSomethingToTry,
        OwnKind.Moment => MyDataText.KindMoment,
        OwnKind.Kept => MyDataText.KindKept,
        OwnKind.Draft => MyDataText.KindDraft,
        OwnKind.OwnLines => MyDataText.KindOwnLines,
        OwnKind.Story => MyDataText.KindStory,
        OwnKind.JointStory => MyDataText.KindJointStory,
        OwnKind.Appearance => MyDataText.KindAppearance,
        OwnKind.CheckIn => MyDataText.KindCheckIn,
        OwnKind.LookingBack => MyDataText.KindLookingBack,
        OwnKind.Openings => MyDataText.KindOpenings,
        OwnKind.Roster => MyDataText.KindRoster,
        _ => MyDataText.KindMessages,
    };

    /// <summary>The names and values are those of the file, the same in every language: "howLong" is read as "how long".</summary>
    public static string Plain(string name)
    {
        if (name.Any(character => !char.IsAsciiLetter(character)))
            return name;
        var plain = new System.Text.StringBuilder(name.Length + 8);
        foreach (var character in name)
        {
            var begins = char.IsAsciiLetterUpper(character) && plain.Length > 0 && char.IsAsciiLetterLower(plain[^1]);
            plain.Append(begins ? " " : "").Append(begins ? char.ToLowerInvariant(character) : character);
        }

        return plain.ToString();
    }
}
