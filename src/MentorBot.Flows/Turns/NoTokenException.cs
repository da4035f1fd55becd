namespace MentorBot.Flows.Turns;

/// <summary>The bot got no token for Teams, so nothing was sent.</summary>
public sealed class NoTokenException(Exception why) : Exception("There is no token to call Teams with.", why);
