using Newtonsoft.Json.Linq;
using NodaTime;

namespace MentorBot.Rehearsal;

public sealed record TownOptions
{
    public static readonly TownOptions Usual = new();

    /// <summary>Where the bot keeps its data. Null: a fresh folder, deleted with the town.</summary>
    public string? DataFolder { get; init; }

    /// <summary>The town's first moment; a Monday morning unless told.</summary>
    public Instant Start { get; init; } = Instant.FromUtc(2026, 3, 2, 8, 0);

    public string Tenant { get; init; } = "7d3a1f52-0000-4000-8000-00000000beef";

    /// <summary>The bot's name in Teams.</summary>
    public string BotName { get; init; } = "MentorBot";

    /// <summary>The bot's id in Teams; it starts with <c>28:</c>.</summary>
    public string BotId { get; init; } = "28:5a1e0c77-0000-4000-8000-000000000b07";

    /// <summary>What everybody uses until <see cref="Resident.Client"/> says otherwise.</summary>
    public Client Client { get; init; } = Client.Current;

    /// <summary>The transcript's zone (IANA). People see times in their own.</summary>
    public string Zone { get; init; } = "Etc/UTC";

    /// <summary>Whether the connector knows DELETE; where not, it answers 501.</summary>
    public bool CanDelete { get; init; } = true;

    /// <summary>
    /// Words that the bot knows and may therefore log and keep, such as its typed commands: never canaries.
    /// Compared whole, whatever the case.
    /// </summary>
    public IReadOnlyCollection<string> WordsOfTheBot { get; init; } = [];

    /// <summary>The Authorization header that comes with an activity, as Teams signs what it sends. Null: there is none.</summary>
    public Func<JObject, string>? Signs { get; init; }

    /// <summary>Whether the connector lets in a bot that brings this Authorization header; whom it turns away is a problem. Null: it asks for none.</summary>
    public Func<string?, bool>? Admits { get; init; }

    /// <summary>What the bot is called on the Internet: a browser that follows a link there gets to the bot of the town. Null: links lead where they say.</summary>
    public Uri? PublicAddress { get; init; }

    /// <summary>After this long Teams stops waiting for an answer; about fifteen seconds there.</summary>
    public TimeSpan AnswersWithin { get; init; } = TimeSpan.FromSeconds(15);
}
