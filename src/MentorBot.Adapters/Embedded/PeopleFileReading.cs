using System.Collections.Immutable;

namespace MentorBot.Adapters.Embedded;

/// <summary>What reading the people file came to.</summary>
public abstract record PeopleFileReading
{
    private PeopleFileReading()
    {
    }

    /// <summary>Every line was right.</summary>
    public sealed record Good(CsvDirectory Directory) : PeopleFileReading;

    /// <summary>Nothing was taken over. All errors at once, by line; never empty.</summary>
    public sealed record Refused(ImmutableArray<PeopleFileError> Errors) : PeopleFileReading;
}
