using MentorBot.Domain.Profiles;
using MentorBot.Storage.Deciding;
using MentorBot.Storage.Due;
using MentorBot.Storage.Rows;
using NodaTime;

namespace MentorBot.Storage.Turns;

/// <summary>BotState: where somebody is in a conversation of several steps. Ids only; what nobody goes on with is gone after a day.</summary>
public sealed class DialogRows(IRowStore store, Decisions decisions, IClock clock) : IConversationStates, IFallsDue
{
    private const string Key = "state";
    private static readonly Duration Lifetime = Duration.FromDays(1);
    private static readonly Task<Row?> NoNeedToRead = Task.FromResult<Row?>(null);

    public Table Table => Table.BotState;

    public async Task<string?> Find(string key, CancellationToken cancellationToken) =>
        (await store.Get(PartitionFor(key), Key, cancellationToken))?.Text("json");

    public Task Put(string key, string? json, CancellationToken cancellationToken)
    {
        var partition = PartitionFor(key);
        return decisions.Run(
            partition,
            token => json is null ? store.Get(partition, Key, token) : NoNeedToRead,
            (row, _) =>
            {
                if (json is null)
                    return ValueTask.FromResult(row is null ? Plan.Nothing(true) : Plan.Of(true, new Write.Delete(Key, row.ETag)));

                var until = clock.GetCurrentInstant() + Lifetime;
                var write = new Write.Upsert(Key, new PropertyBag { { "json", json }, { "until", until } }.Properties);
                return ValueTask.FromResult(new Plan<bool>(true, [write], [until]));
            },
            cancellationToken);
    }

    public Task<bool> Tick(Partition partition, CancellationToken cancellationToken) => decisions.Run(
        partition,
        token => store.Get(partition, Key, token),
        (row, _) => ValueTask.FromResult(row is not null && row.Moment("until") <= clock.GetCurrentInstant()
            ? Plan.Of(true, new Write.Delete(Key, row.ETag))
            : Plan.Nothing(false)),
        cancellationToken);

    private static Partition PartitionFor(string key) => new(Table.BotState, KeyText.Of(key));
}
