using System.Collections.Immutable;

namespace MentorBot.Adapters.Embedded;

/// <summary>Gathers what is wrong with one file, so that everything is said at once.</summary>
internal sealed class PeopleFileErrors(string file)
{
    private readonly List<PeopleFileError> errors = [];

    public bool Any => errors.Count > 0;

    public void Add(long? line, string problem) => errors.Add(new(file, (int?)line, problem));

    /// <summary>Whether a line was refused as a whole; its fields then mean nothing.</summary>
    public bool LastIsAbout(long line) => errors is [.., { Line: { } last }] && last == line;

    public PeopleFileReading.Refused ToRefusal() => new([.. errors.OrderBy(error => error.Line ?? 0)]);
}
