namespace MentorBot.Rehearsal;

/// <summary>Something that happens in a town, step by step, and is told while it happens.</summary>
public sealed class Story(string title)
{
    private readonly List<(string Heading, Func<Town, CancellationToken, Task> Happens)> steps = [];

    public string Title => title;

    public int Steps => steps.Count;

    public Story Then(string heading, Func<Town, CancellationToken, Task> happens)
    {
        steps.Add((heading, happens));
        return this;
    }

    public Story Then(string heading, Func<Task> happens) => Then(heading, (_, _) => happens());

    /// <summary>For tests: plays it without a word, failing at the first step that does not happen.</summary>
    /// <exception cref="RehearsalException">A step did not happen, or something went wrong on the way.</exception>
    public async Task Happens(Town town, CancellationToken cancellationToken = default)
    {
        foreach (var (heading, happens) in steps)
        {
            town.Transcript.Note(heading);
            await happens(town, cancellationToken);
            await town.Settles(cancellationToken);
        }
    }

    /// <summary>Plays every step, settles the town after each, and writes what was done and seen; ends with what is on disk.</summary>
    /// <returns>Whether every step happened and nothing leaked. After a step that failed, none is played, and why is written.</returns>
    public async Task<bool> Play(Town town, TextWriter output, bool forTerminal = false, CancellationToken cancellationToken = default)
    {
        output.WriteLine(title);
        var printed = town.Transcript.Count;
        for (var at = 0; at < steps.Count; at++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            output.WriteLine($"\n{at + 1}. {steps[at].Heading}\n");
            string? failure = null;
            try
            {
                await steps[at].Happens(town, cancellationToken);
                await town.Settles(cancellationToken);
            }
            catch (RehearsalException why) when (!cancellationToken.IsCancellationRequested)
            {
                failure = why.Message;
            }

            town.Transcript.Print(output, printed, forTerminal);
            printed = town.Transcript.Count;
            if (failure is null)
                continue;

            output.WriteLine($"\nStep {at + 1} of {steps.Count} did not happen. {failure}");
            return false;
        }

        var report = town.ReportFolder();
        output.WriteLine($"\nAll {steps.Count} steps happened. On disk:\n{report}");
        return report.IsClean;
    }
}
