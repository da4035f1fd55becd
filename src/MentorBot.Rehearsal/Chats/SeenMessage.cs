namespace MentorBot.Rehearsal;

/// <summary>A line that stands where the form was.</summary>
public sealed class SeenMessage : Seen
{
    internal SeenMessage(Resident by, string text)
        : base(by) => Text = text;

    public string Text { get; }

    public override string Drawn => string.Join('\n', CardDrawing.FormMessage(Text));

    internal override IEnumerable<string> Texts => [Text];
}
