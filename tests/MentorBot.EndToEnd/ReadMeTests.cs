using System.Runtime.CompilerServices;
using MentorBot.Rehearsal.Stories;
using MentorBot.Testing.Towns;

namespace MentorBot.EndToEnd;

/// <summary>What the README shows of a rehearsal is what a rehearsal prints.</summary>
public sealed class ReadMeTests
{
    [Fact]
    public async Task The_transcript_is_that_of_the_first_story()
    {
        await using var town = await TestTown.Start();
        await AllStories.InOrder[0].In(town).Happens(town);
        var printed = town.Transcript.ToString().ReplaceLineEndings("\n");

        var shown = await Steps();

        Assert.NotEmpty(shown);
        Assert.All(shown, step => Assert.Contains(step, printed, StringComparison.Ordinal));
    }

    /// <summary>Each begins with a line that tells the time, as in the transcript.</summary>
    private static async Task<IReadOnlyList<string>> Steps([CallerFilePath] string thisFile = "")
    {
        var readMe = await File.ReadAllTextAsync(Path.Combine(Path.GetDirectoryName(thisFile)!, "..", "..", "README.md"));
        var transcript = readMe.ReplaceLineEndings("\n").Split("```\n").Single(block => block.StartsWith("Mon 2 Mar", StringComparison.Ordinal));
        var steps = new List<string>();
        foreach (var line in transcript.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            if (char.IsAsciiLetter(line[0]))
                steps.Add(line);
            else
                steps[^1] += "\n" + line;
        return steps;
    }
}
