namespace MentorBot.Rehearsal;

/// <summary>Nothing changed on the screen, or the form closed.</summary>
public sealed class SeenNothing : Seen
{
    internal SeenNothing(Resident by)
        : base(by)
    {
    }

    public override string Drawn => "  (nothing)";

    internal override IEnumerable<string> Texts => [];
}
