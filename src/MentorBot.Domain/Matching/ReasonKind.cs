namespace MentorBot.Domain.Matching;

/// <summary>The grounds of a proposal, in the order in which they are worth reading. Stored by name.</summary>
public enum ReasonKind
{
    /// <summary>Mentioned by name.</summary>
    WishedFor,

    /// <summary>Both chose a theme (its id).</summary>
    Theme,

    /// <summary>Offers what is looked for (the kind), or "whatever is needed" (no name).</summary>
    Help,

    SimilarWork,

    DifferentWork,

    /// <summary>Can talk at short notice, where it is pressing.</summary>
    ShortNotice,

    /// <summary>The working days share about so many hours.</summary>
    SharedHours,

    /// <summary>Both like a language beside the one that everybody here shares (its tag).</summary>
    Language,

    /// <summary>Both would like to meet in the same way.</summary>
    Meeting,

    /// <summary>Is looking, too, and would talk as equals.</summary>
    LooksToo,

    /// <summary>Has time for someone new; the more, the fewer people they have already.</summary>
    HasTime,
}
