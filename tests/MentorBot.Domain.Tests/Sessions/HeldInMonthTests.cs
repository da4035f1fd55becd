using MentorBot.Domain.Relationships;
using MentorBot.Domain.Sessions;
using MentorBot.Domain.Tests.Relationships;

namespace MentorBot.Domain.Tests.Sessions;

/// <summary>A number of conversations is told when it is about enough.</summary>
public sealed class HeldInMonthTests
{
    [Theory]
    [InlineData("a-b c-d e-f g-h i-j", true)]
    [InlineData("a-b c-d e-f g-h", false)]
    [InlineData("a-m b-m c-m d-m e-m", true)]
    [InlineData("a-b b-a c-d d-c e-f f-e g-h h-g", false)]
    [InlineData("a-b a-b a-b a-b c-d", false)]
    [InlineData("a-b a-c a-d b-c b-d c-d", false)]
    [InlineData("a-b a-c a-d a-e b-c", true)]
    public void It_takes_five_pairs_and_five_people(string pairs, bool isEnough) =>
        Assert.Equal(isEnough, HeldInMonth.IsEnough([.. pairs.Split(' ').Select((pair, at) => Of(pair.Split('-'), at))]));

    private static Relationship Of(string[] two, int at) => Two.Going with { Id = new($"r{at}"), Mentee = new(two[0]), Mentor = new(two[1]) };
}
