using MentorBot.Domain.Programme;
using MentorBot.Flows.Turns;

namespace MentorBot.Flows.Console;

/// <summary>What is on the desk is for those who look after the programme; to anybody else its cards were not meant.</summary>
internal static class Coordinators
{
    public static Handle Only(MentoringProgramme programme, Handle handle) => (turn, submission, token) =>
        programme.IsLookedAfterBy(turn.Actor.Person) ? handle(turn, submission, token) : Task.FromResult<Answer>(new Answer.Says(TurnText.NotYours));
}
