namespace MentorBot.Packing;

/// <summary>Why Teams would refuse a package.</summary>
/// <param name="Field">Where in the manifest, such as <c>bots[0].commandLists[0].commands[3].title</c>; for another file its name stands before.</param>
public sealed record PackageProblem(string Field, string What)
{
    public override string ToString() => $"{Field}: {What}";
}
