using MentorBot.Domain.Relationships;
using MentorBot.Flows.Relationships;
using MentorBot.Flows.Tests.Matching;
using NodaTime;
using static MentorBot.Flows.Tests.FlowRoom;

namespace MentorBot.Flows.Tests.Relationships;

/// <summary>Chidi asked, Ana said yes: she is the mentor.</summary>
internal static class Between
{
    public static readonly RelationshipId Id = new(Asked.Match.Value);

    public static readonly Instant QuietUntil = FlowRoom.Start + Relating.Quiet;

    /// <summary>What a button about it carries.</summary>
    public static readonly (string, string)[] Ids = [(RelationshipActions.Relationship, Id.Value)];

    public static Relationship In(RelationshipState state) => new(
        Id, Asked.Chidi, Ana, ByTurns: false, 3, Asked.Form with { Line = null }, FlowRoom.Start, FlowRoom.Start, PersonOf(Asked.Chidi).Zone, state);

    public static RelationshipState.Going Going(bool isQuiet = false) => new(isQuiet ? QuietUntil : null);

    public static RelationshipState.Ended Ended(Domain.PersonId by, Ending how = Ending.Stopped) => new(by, how, FlowRoom.Start, FlowRoom.Start + Duration.FromDays(180));

    public static FlowRoom Room(RelationshipState? state = null)
    {
        var room = new FlowRoom();
        room.Relationships[Id] = In(state ?? Going());
        return room;
    }
}
