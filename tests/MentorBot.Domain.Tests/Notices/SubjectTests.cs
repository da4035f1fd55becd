using MentorBot.Domain.Matching;
using MentorBot.Domain.Offers;
using MentorBot.Domain.Relationships;
using MentorBot.Domain.Requests;

namespace MentorBot.Domain.Tests.Notices;

/// <summary>What is written by one version is read by the next, and finds the card that was posted before.</summary>
public sealed class SubjectTests
{
    private static readonly PersonId Ana = new("ana");

    private static readonly RequestId Request = new("r1");

    private static readonly MatchId Match = new("m1");

    [Fact]
    public void Subjects_are_stored_as_they_always_were() => Assert.Equal(
        ["o1 12", "m1 3", "r1 2", "ana r1 m1", "ana r1"],
        [
            OfferNotices.Numbered(new("o1"), 12),
            RelationshipNotices.Numbered(new("m1"), 3),
            RequestNotices.Card(Request, 2),
            RequestNotices.Question(Ana, Request, Match),
            RequestNotices.Address(Ana, Request),
        ]);

    [Fact]
    public void What_is_stored_is_read_again()
    {
        Assert.Equal((new("o1"), 12), (OfferNotices.OfferIn("o1 12"), OfferNotices.NumberIn("o1 12")));
        Assert.Equal((new("m1"), 3), RelationshipNotices.In("m1 3"));
        Assert.Equal((Request, 2), RequestNotices.CardIn("r1 2"));
        Assert.Equal(new(Match, Ana, Request), RequestNotices.QuestionIn("ana r1 m1"));
        Assert.Equal((Ana, Request), RequestNotices.AddressIn("ana r1"));
    }

    [Fact]
    public void Where_there_is_no_number_the_subject_is_the_id()
    {
        Assert.Equal(new("o1"), OfferNotices.OfferIn("o1"));
        Assert.Equal((new("m1"), 0), RelationshipNotices.In("m1"));
        Assert.Equal((Request, 0), RequestNotices.CardIn("r1"));
    }
}
