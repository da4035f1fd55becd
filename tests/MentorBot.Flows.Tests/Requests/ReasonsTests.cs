using MentorBot.Domain.Matching;
using MentorBot.Domain.Requests;
using MentorBot.Domain.Wishes;
using MentorBot.Flows.Requests;
using MentorBot.Flows.Turns;

namespace MentorBot.Flows.Tests.Requests;

public sealed class ReasonsTests
{
    private readonly Reasons reasons = new(FlowRoom.Programme);

    public ReasonsTests() => Reader.Speak(Reader.CultureOf("en"));

    [Theory]
    [InlineData(ReasonKind.WishedFor, null, "You mentioned Jo Davies.")]
    [InlineData(ReasonKind.Theme, "craft", "You both chose Getting better at the craft.")]
    [InlineData(ReasonKind.Help, nameof(HelpWanted.Advice), "Likes to offer what you are looking for: Advice on something specific.")]
    [InlineData(ReasonKind.Help, null, "Is open to whatever turns out to help.")]
    [InlineData(ReasonKind.SimilarWork, null, "Does work like yours, as you wished.")]
    [InlineData(ReasonKind.DifferentWork, null, "Does quite different work, as you wished.")]
    [InlineData(ReasonKind.ShortNotice, null, "Can also talk at short notice.")]
    [InlineData(ReasonKind.SharedHours, "1", "Your working days share about one hour.")]
    [InlineData(ReasonKind.SharedHours, "6", "Your working days share about 6 hours.")]
    [InlineData(ReasonKind.Language, "pt-BR", "You both like to talk in Portuguese (Brazil).")]
    [InlineData(ReasonKind.Meeting, nameof(WayOfMeeting.Teams), "You would both like to meet on Teams.")]
    [InlineData(ReasonKind.Meeting, nameof(WayOfMeeting.SameRoom), "You would both like to meet in the same room.")]
    [InlineData(ReasonKind.Meeting, nameof(WayOfMeeting.WalkOrPhone), "You would both like to meet on a walk or by phone.")]
    [InlineData(ReasonKind.LooksToo, null, "Is looking for someone, too, and would talk with you as equals.")]
    [InlineData(ReasonKind.HasTime, null, "Has time for someone new.")]
    public void A_reason_is_a_sentence(ReasonKind kind, string? about, string sentence) => Assert.Equal([sentence], Of(new Reason(kind, 7, about)));

    [Fact]
    public void Every_kind_of_reason_has_a_sentence_without_its_points() =>
        Assert.All(Enum.GetValues<ReasonKind>(), kind => Assert.DoesNotContain("77", Assert.Single(Of(new Reason(kind, 77, kind switch
        {
            ReasonKind.Theme => "craft",
            ReasonKind.SharedHours => "6",
            ReasonKind.Language => "nl",
            ReasonKind.Meeting => nameof(WayOfMeeting.Teams),
            _ => null,
        })))));

    [Fact]
    public void Three_at_most_and_those_of_one_kind_in_one_sentence() => Assert.Equal(
        [
            "You both chose Getting better at the craft and Being seen and heard.",
            "Likes to offer what you are looking for: Advice on something specific, Someone who listens.",
            "Your working days share about 6 hours.",
        ],
        Of(
            new(ReasonKind.HasTime, 1), new(ReasonKind.SharedHours, 5, "6"), new(ReasonKind.Help, 4, nameof(HelpWanted.SomeoneWhoListens)),
            new(ReasonKind.Help, 9, nameof(HelpWanted.Advice)), new(ReasonKind.Theme, 9, "seen-and-heard"), new(ReasonKind.Theme, 9, "craft")));

    [Fact]
    public void Without_a_reason_there_is_a_kind_sentence() => Assert.Equal(["Has time, and would be a fresh pair of eyes."], Of());

    [Fact]
    public void A_theme_that_is_no_longer_there_is_left_out() => Assert.Equal(["Has time for someone new."], Of(new(ReasonKind.Theme, 9, "gone"), new(ReasonKind.HasTime, 1)));

    private string[] Of(params Reason[] some) => [.. reasons.Of(new(Asker.Jo, [.. some]), "Jo Davies")];
}
