namespace MentorBot.Testing.Graph;

/// <summary>What goes wrong with a question.</summary>
public abstract record GraphFault
{
    /// <param name="RetryAfter">In seconds.</param>
    public sealed record Answers(int Status, string Code, int? RetryAfter = null) : GraphFault;

    /// <summary>It is done, and the connection breaks before anybody hears of it.</summary>
    public sealed record LosesTheAnswer : GraphFault;

    /// <summary>Nothing happens until the one who asks gives up.</summary>
    public sealed record Stalls : GraphFault;

    /// <summary>The answer is no JSON.</summary>
    public sealed record AnswersNonsense : GraphFault;
}
