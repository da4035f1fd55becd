using MentorBot.Adapters.AzureStorage;
using MentorBot.Rehearsal.Azurite;
using MentorBot.Storage.Due;
using MentorBot.Storage.Rows;
using NodaTime;

namespace MentorBot.Adapters.Tests.AzureStorage;

[Collection(QueuesOnAzurite.Name)]
public sealed class StorageWorkQueueTests(QueueServers servers)
{
    private static readonly Duration Lease = Duration.FromMinutes(2);
    private static readonly Partition Ana = new(Table.People, "contoso|ana.lima");
    private static readonly DuePointer Due = new(DuePointers.ShardOf(Ana), DuePointers.KeyOf(Ana, Instant.FromUtc(2026, 3, 2, 9, 0)));

    [Fact]
    public async Task A_shared_access_signature_lets_in()
    {
        var queue = servers.OpenBySignature();
        await queue.Put([Due], default);

        var taken = Assert.Single(await queue.Take(32, Lease, default));

        Assert.Equal(Due, taken.Due);
        await queue.Done(taken, default);
    }

    [Fact]
    public async Task Replicas_share_one_queue_whoever_makes_it()
    {
        var name = QueueServers.NewName;
        StorageWorkQueue[] replicas = [servers.OpenByKey(name), servers.OpenByKey(name), servers.OpenByKey(name)];

        await Task.WhenAll(replicas.Select(replica => replica.Put([Due], default)));

        Assert.Equal(3, (await replicas[0].Take(32, Lease, default)).Count);
        Assert.Empty(await replicas[1].Take(32, Lease, default));
    }

    [Fact]
    public async Task What_somebody_else_wrote_into_the_queue_is_removed_and_holds_nothing_up()
    {
        var name = QueueServers.NewName;
        var queue = servers.OpenByKey(name);
        Assert.Empty(await queue.Take(1, Lease, default));
        foreach (var text in new[] { "hello", "", "5/001-People", "5/1-Nowhere-ana", "5/1-99-ana", "1/2/3-People-ana", "{\"a\":1}" })
            await servers.Client(name).SendMessageAsync(text);
        await queue.Put([Due], default);

        Assert.Equal(Due, Assert.Single(await queue.Take(32, Duration.FromSeconds(1), default)).Due);

        // Nothing else is left, hidden or not.
        var left = await Left(name);
        Assert.Equal([Due.Text], left);
    }

    [Fact]
    public async Task A_queue_that_somebody_deletes_is_told_once_and_made_anew()
    {
        var name = QueueServers.NewName;
        var queue = servers.OpenByKey(name);
        await queue.Put([Due], default);
        await servers.Client(name).DeleteAsync();

        await Assert.ThrowsAsync<WorkQueueUnavailableException>(() => queue.Take(1, Lease, default));
        Assert.Empty(await queue.Take(1, Lease, default));

        await queue.Put([Due], default);
        Assert.Single(await queue.Take(1, Lease, default));
    }

    [Fact]
    public async Task Who_is_not_let_in_is_told_what_to_do_and_no_secret()
    {
        var wrong = Convert.ToBase64String(new byte[64]);
        var queue = servers.Open(servers.ByKey.ConnectionString.Replace(AzuriteServer.AccountKey, wrong, StringComparison.Ordinal));

        var refused = await Assert.ThrowsAsync<WorkQueueUnavailableException>(() => queue.Put([Due], default));

        Assert.Contains("Storage Queue Data Contributor", refused.Message, StringComparison.Ordinal);
        Assert.Contains("403", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(wrong, refused.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_finds_nobody_there_is_told_so()
    {
        var folder = Directory.CreateTempSubdirectory("mentorbot-gone-");
        var gone = await AzuriteServer.Start(folder.FullName);
        var queue = servers.Open(gone.ConnectionString);
        Assert.Empty(await queue.Take(1, Lease, default));
        await gone.DisposeAsync();
        folder.Delete(recursive: true);

        await Assert.ThrowsAsync<WorkQueueUnavailableException>(() => queue.Put([Due], default));
        await Assert.ThrowsAsync<WorkQueueUnavailableException>(() => queue.Take(1, Lease, default));
        await Assert.ThrowsAsync<WorkQueueUnavailableException>(() => queue.Done(new(Due, "one", "two", 1), default));
    }

    [Fact]
    public async Task A_token_is_asked_for_storage_and_nothing_else()
    {
        var tokens = new UnsignedTokens();

        Assert.Empty(await servers.OpenByIdentity(tokens).Take(1, Lease, default));

        Assert.Equal(["https://storage.azure.com/.default"], tokens.Scopes.Distinct());
    }

    /// <summary>Everything that is there, once nobody has it any more.</summary>
    private async Task<string[]> Left(string name)
    {
        var left = new List<string>();
        while (left.Count == 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50));
            left.AddRange((await servers.Client(name).ReceiveMessagesAsync(32, TimeSpan.FromMinutes(1))).Value.Select(message => message.MessageText));
        }

        return [.. left];
    }
}
