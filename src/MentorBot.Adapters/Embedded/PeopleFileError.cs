namespace MentorBot.Adapters.Embedded;

/// <summary>One thing to put right in the people file, in words for whoever keeps it.</summary>
/// <param name="File">The file's name, without its folder.</param>
/// <param name="Line">The line, the header being line 1; null when it is about the whole file.</param>
/// <param name="Problem">What is wrong and what to do.</param>
public sealed record PeopleFileError(string File, int? Line, string Problem)
{
    public override string ToString() => Line is { } line ? $"{File} line {line}: {Problem}" : $"{File}: {Problem}";
}
