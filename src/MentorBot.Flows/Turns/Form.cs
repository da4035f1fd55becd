using AdaptiveCards;

namespace MentorBot.Flows.Turns;

/// <summary>What Teams calls a dialog: words are typed and read here, and nowhere else. It leaves no trace in the chat.</summary>
public sealed record Form(string Title, AdaptiveCard Card);
