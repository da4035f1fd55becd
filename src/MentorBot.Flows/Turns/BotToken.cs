namespace MentorBot.Flows.Turns;

/// <summary>A token of the bot's, kept and renewed by whoever stands behind this.</summary>
/// <param name="scope">What it is for, such as https://api.botframework.com/.default.</param>
/// <param name="cancellationToken">Stops waiting.</param>
public delegate ValueTask<string> BotToken(string scope, CancellationToken cancellationToken);
