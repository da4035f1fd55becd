using Newtonsoft.Json.Linq;

namespace MentorBot.Rehearsal;

/// <summary>What the connector does with what the bot asks of it, and what it refuses.</summary>
internal sealed class ConnectorDesk(Town town, TownOptions options)
{
    private readonly Lock gate = new();
    private readonly List<(Fault Fault, Resident? Only)> faults = [];

    /// <summary>How many sends there were so far: whatever creates, posts, updates or deletes.</summary>
    public int Sends { get; private set; }

    public void Fail(Fault fault, int times, int after, Resident? only)
    {
        lock (gate)
            faults.AddRange(Enumerable.Repeat((Fault.None, only), after).Concat(Enumerable.Repeat((fault, only), times)));
    }

    /// <summary>The fault that befalls this request, if it is a send.</summary>
    public Fault? NextFault(string method, string[] route)
    {
        if (method == "GET")
            return null;

        lock (gate)
        {
            Sends++;
            var at = faults.FindIndex(each => each.Only is null || route.Contains(each.Only.ConversationId));
            if (at < 0)
                return null;
            var fault = faults[at].Fault;
            faults.RemoveAt(at);
            return fault;
        }
    }

    /// <summary>No canary may be in anything that the bot sends here.</summary>
    public void Inspect(string what, string body, IEnumerable<string> headers) => town.Watch.OverMessage(what, body, headers);

    /// <param name="authorization">The header of that name; null where there is none.</param>
    public bool Admits(string? authorization)
    {
        if (options.Admits is null || options.Admits(authorization))
            return true;
        town.Problem($"The bot called the connector {(authorization is null ? "without a token" : "with a token that is not good here")}.");
        return false;
    }

    public void CannotBeShown(string why) => town.Problem(why);

    public (int, JToken?, ConnectorError?) Create(JObject body)
    {
        var members = body["members"] as JArray ?? [];
        if ((bool?)body["isGroup"] == true || members.Count > 1)
            return Refuse(ConnectorError.NoGroups);
        if ((string?)body["tenantId"] is null && (string?)body.SelectToken("channelData.tenant.id") is null)
            return Refuse(ConnectorError.Bad("tenantId is missing."));
        if (members is not [JObject member] || town.ByAccount((string?)member["id"] ?? "") is not { } resident)
            return Refuse(ConnectorError.Bad("members has nobody known."));
        if (resident.Unreachable is { } error)
            return Refuse(error);

        if (body["activity"] is JObject activity)
            resident.Receives(activity);
        return (201, new JObject { ["id"] = resident.ConversationId, ["serviceUrl"] = town.ServiceUrl.AbsoluteUri }, null);
    }

    public (int, JToken?, ConnectorError?) Post(string conversation, JObject activity)
    {
        if (Find(conversation, out var resident) is { } error)
            return Refuse(error);

        var id = resident.Receives(activity);
        return (201, id is null ? [] : new JObject { ["id"] = id }, null);
    }

    public (int, JToken?, ConnectorError?) Replace(string conversation, string id, JObject activity)
    {
        if (Find(conversation, out var resident) is { } error)
            return Refuse(error);
        return resident.IsReplaced(id, activity) ? (200, new JObject { ["id"] = id }, null) : Refuse(ConnectorError.NoActivity);
    }

    public (int, JToken?, ConnectorError?) Delete(string conversation, string id)
    {
        if (!options.CanDelete)
            return Refuse(ConnectorError.CannotDelete);
        if (Find(conversation, out var resident) is { } error)
            return Refuse(error);
        return resident.IsDeleted(id) ? (200, null, null) : Refuse(ConnectorError.NoActivity);
    }

    public (int, JToken?, ConnectorError?) Members(string conversation) =>
        Find(conversation, out var resident) is { } error ? Refuse(error) : (200, new JArray(resident.Account), null);

    public (int, JToken?, ConnectorError?) PagedMembers(string conversation) =>
        Find(conversation, out var resident) is { } error ? Refuse(error) : (200, new JObject { ["members"] = new JArray(resident.Account) }, null);

    public (int, JToken?, ConnectorError?) Member(string conversation, string member)
    {
        if (Find(conversation, out var resident) is { } error)
            return Refuse(error);
        return town.ByAccount(member) == resident ? (200, resident.Account, null) : Refuse(ConnectorError.NoMember);
    }

    private ConnectorError? Find(string conversation, out Resident resident)
    {
        resident = town.Residents.FirstOrDefault(each => each.ConversationId == conversation)!;
        return resident is null ? ConnectorError.NoConversation : resident.Unreachable;
    }

    private static (int, JToken?, ConnectorError?) Refuse(ConnectorError error) => (0, null, error);
}
