namespace MentorBot.Rehearsal;

/// <summary>What a rehearsed bot has to know of its town.</summary>
/// <param name="ServiceUrl">The connector that the bot calls back; every activity carries it as well.</param>
/// <param name="Clock">The only time there is.</param>
/// <param name="DataFolder">Where everything durable goes; it exists, and outlives a restart.</param>
public sealed record Surroundings(Uri ServiceUrl, TownClock Clock, string DataFolder);
