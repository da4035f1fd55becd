namespace MentorBot.Rehearsal;

/// <summary>Starts the bot, or starts it again on the folder of an earlier one; returns when it listens.</summary>
public delegate Task<IRehearsedBot> StartBot(Surroundings settings, CancellationToken cancellationToken);
