namespace MentorBot.Flows.Turns;

/// <summary>Tells an open dialog that one of its own buttons was pressed; without it, something was typed.</summary>
public sealed record Pressed(string ActionId);
