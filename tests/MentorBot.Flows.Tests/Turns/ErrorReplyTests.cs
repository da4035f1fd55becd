using MentorBot.Flows.Turns;
using MentorBot.Testing.Logs;

namespace MentorBot.Flows.Tests.Turns;

public sealed class ErrorReplyTests
{
    private readonly LogLines log = new();

    [Theory]
    [InlineData(ErrorPlace.Chat, "Sorry, something went wrong on my side, not yours. What you saved before is safe.")]
    [InlineData(ErrorPlace.Form, "Sorry, something went wrong on my side, not yours. This form was not saved; what you saved before is safe.")]
    public void An_error_becomes_an_apology_with_a_reference_that_is_in_the_log(ErrorPlace place, string beginning)
    {
        var problem = new InvalidOperationException("inside");

        var sentence = Reply().Explain(problem, place);

        var reference = sentence.Split("mention ")[1].Split(' ')[0];
        Assert.Equal(8, reference.Length);
        Assert.Equal($"{beginning} Please try again, or mention {reference} to {FlowRoom.Programme.Contact}.", sentence);
        var (_, line, logged) = Assert.Single(log.Entries);
        Assert.Contains(reference, line, StringComparison.Ordinal);
        Assert.Same(problem, logged);
    }

    [Fact]
    public void The_sentence_says_nothing_of_what_happened_inside() =>
        Assert.DoesNotContain("inside", Reply().Explain(new InvalidOperationException("inside"), ErrorPlace.Chat), StringComparison.Ordinal);

    [Fact]
    public void Each_error_has_a_reference_of_its_own()
    {
        var reply = Reply();

        Assert.NotEqual(reply.Explain(new IOException(), ErrorPlace.Chat), reply.Explain(new IOException(), ErrorPlace.Chat));
    }

    private ErrorReply Reply() => new(FlowRoom.Programme, new FlowRoom().Get<Domain.INewIds>(), log.For<ErrorReply>());
}
