namespace MentorBot.Domain.Closing;

/// <summary>Why two people are asked how they would like to go on. Stored by name.</summary>
public enum LookKind
{
    /// <summary>They held as many conversations as they had in mind.</summary>
    AtNumber,

    /// <summary>They held one, and wanted to see after it.</summary>
    AfterFirst,

    /// <summary>One of them had wished for a last one, and it was held.</summary>
    AfterLast,
}
