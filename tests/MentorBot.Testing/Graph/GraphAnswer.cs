using System.Text.Json.Nodes;

namespace MentorBot.Testing.Graph;

internal abstract record GraphAnswer
{
    public sealed record Good(int Status, JsonObject? Body) : GraphAnswer;

    public sealed record Refused(int Status, string Code) : GraphAnswer;
}
