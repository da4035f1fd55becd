using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using MentorBot.Rehearsal.Azurite;

namespace MentorBot.Adapters.Tests.AzureStorage;

/// <summary>The queue library as such, against Azurite.</summary>
[Collection(QueuesOnAzurite.Name)]
public sealed class QueueClientTests(QueueServers servers)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task A_queue_is_made_once()
    {
        var queue = servers.Client(QueueServers.NewName);

        Assert.Equal(201, (await queue.CreateIfNotExistsAsync())!.Status);
        Assert.Null(await queue.CreateIfNotExistsAsync());
        Assert.Null(await queue.CreateIfNotExistsAsync(new Dictionary<string, string> { ["other"] = "metadata" }));
    }

    [Theory]
    [InlineData("plain")]
    [InlineData(" <a>&amp;&lt; \"b\" 'c' ]]> \n日本 🌍 ")]
    public async Task A_message_comes_back_as_it_was_sent(string text)
    {
        var queue = await Made();
        var sent = (await queue.SendMessageAsync(text)).Value;

        QueueMessage received = Assert.Single((await queue.ReceiveMessagesAsync(1, Minute)).Value);

        Assert.Equal((text, sent.MessageId, 1L), (received.MessageText, received.MessageId, received.DequeueCount));
        Assert.NotEqual(sent.PopReceipt, received.PopReceipt);
    }

    [Fact]
    public async Task One_message_is_received_when_nobody_says_how_many()
    {
        var queue = await Made();
        await queue.SendMessageAsync("one");
        await queue.SendMessageAsync("two");

        Assert.Single((await queue.ReceiveMessagesAsync()).Value);
    }

    [Fact]
    public async Task A_receipt_that_does_not_fit_is_refused_and_so_is_one_of_a_message_that_is_gone()
    {
        var queue = await Made();
        await queue.SendMessageAsync("text");
        var message = (await queue.ReceiveMessagesAsync(1, Minute)).Value[0];

        Assert.Equal((400, QueueErrorCode.PopReceiptMismatch), await Refused(() => queue.DeleteMessageAsync(message.MessageId, "AAAAAAAAAAA=")));
        Assert.Equal(204, (await queue.DeleteMessageAsync(message.MessageId, message.PopReceipt)).Status);
        Assert.Equal((404, QueueErrorCode.MessageNotFound), await Refused(() => queue.DeleteMessageAsync(message.MessageId, message.PopReceipt)));
    }

    [Fact]
    public async Task A_queue_that_is_not_there_is_named_so()
    {
        var queue = servers.Client(QueueServers.NewName);

        Assert.Equal((404, QueueErrorCode.QueueNotFound), await Refused(() => queue.SendMessageAsync("text")));
        Assert.Equal((404, QueueErrorCode.QueueNotFound), await Refused(() => queue.ReceiveMessagesAsync()));
        Assert.Equal((404, QueueErrorCode.QueueNotFound), await Refused(() => queue.DeleteAsync()));
    }

    [Fact]
    public async Task A_message_over_64_KiB_is_refused_with_the_services_own_words()
    {
        var queue = await Made();

        var refused = await Assert.ThrowsAsync<RequestFailedException>(() => queue.SendMessageAsync(new string('x', 65_537)));

        Assert.Equal((413, "RequestBodyTooLarge"), (refused.Status, refused.ErrorCode));
        Assert.Contains("too large", refused.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_wrong_key_a_changed_signature_and_a_token_for_others_are_not_let_in()
    {
        var key = servers.ByKey.ConnectionString.Replace(AzuriteServer.AccountKey, Convert.ToBase64String(new byte[64]), StringComparison.Ordinal);
        Assert.Equal(403, (await Refused(() => servers.Client(QueueServers.NewName, key).CreateIfNotExistsAsync())).Status);

        var signature = servers.ConnectionBySignature.Replace("sp=raupc", "sp=raupcd", StringComparison.Ordinal);
        Assert.Equal(403, (await Refused(() => servers.Client(QueueServers.NewName, signature).CreateIfNotExistsAsync())).Status);

        var tokens = new UnsignedTokens("https://graph.microsoft.com");
        Assert.InRange((await Refused(() => servers.ClientByIdentity(servers.ByIdentity.Queues, tokens).CreateIfNotExistsAsync())).Status, 401, 403);
    }

    [Fact]
    public void A_token_never_travels_in_clear() =>
        Assert.Throws<ArgumentException>(() => servers.ClientByIdentity(servers.ByKey.Queues, new UnsignedTokens()));

    [Theory]
    [InlineData("nothing")]
    [InlineData("AccountName=a;AccountName=b;AccountKey=AAAA")]
    [InlineData("AccountName=account")]
    [InlineData("AccountKey=AAAA")]
    [InlineData("QueueEndpoint=somewhere;AccountName=a;AccountKey=AAAA")]
    [InlineData("AccountName=account;AccountKey=not base64")]
    public void A_connection_string_that_leads_nowhere_is_refused(string connection) =>
        Assert.Throws<FormatException>(() => new QueueClient(connection, "queue", new QueueClientOptions()));

    private async Task<QueueClient> Made()
    {
        var queue = servers.Client(QueueServers.NewName);
        await queue.CreateIfNotExistsAsync();
        return queue;
    }

    private static async Task<(int Status, QueueErrorCode Code)> Refused(Func<Task> call)
    {
        var refused = await Assert.ThrowsAsync<RequestFailedException>(call);
        return (refused.Status, refused.ErrorCode ?? "");
    }
}
