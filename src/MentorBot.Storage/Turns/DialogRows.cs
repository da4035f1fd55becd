using MentorBot.Domain.Profiles;
using MentorBot.Storage.Deciding;
using MentorBot.Storage.Rows;

namespace MentorBot.Storage.Turns;

/// <summary>BotState: where somebody is in a conversation of several steps. Ids only; it may be thrown away at any time.</summary>
public sealed class DialogRows(IRowStore store, Decisions decisions) : IConversationStates
{
    private const string Key = "state";

    public async Task<string?> Find(string key, CancellationToken cancellationToken) =>
        (await store.Get(PartitionFor(key), Key, cancellationToken))?.Text("json");

    /// <param name="json">Null removes it.</param>
    public Task Put(string key, string? json, CancellationToken cancellationToken)
    {
        var partition = PartitionFor(key);
        return decisions.Run(
            partition,
            token => store.Get(partition, Key, token),
            (row, _) => ValueTask.FromResult((row, json) switch
            {
                (null, null) => Plan.Nothing(true),
                ({ } old, null) => Plan.Of(true, new Write.Delete(Key, old.ETag)),
                _ => Plan.Of(true, new Write.Upsert(Key, new PropertyBag { { "json", json } }.Properties)),
            }),
            cancellationToken);
    }

    private static Partition PartitionFor(string key) => new(Table.BotState, KeyText.Of(key));
}
