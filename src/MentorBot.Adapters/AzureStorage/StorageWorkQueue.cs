using Azure;
using Azure.Core;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using MentorBot.Adapters.Network;
using MentorBot.Storage.Due;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace MentorBot.Adapters.AzureStorage;

/// <summary>The queue of a storage account: replicas share one, which the first of them makes.</summary>
public sealed partial class StorageWorkQueue : IWorkQueue
{
    private const string Usual = "due";

    private const int AtOnce = 8;

    private readonly QueueClient queue;
    private readonly string name;
    private readonly ILogger logger;
    private volatile bool isThere;

    /// <param name="name">Of the queue; a test has one of its own.</param>
    public StorageWorkQueue(StorageAccount.ByConnectionString account, ServiceNetwork network, ILogger<StorageWorkQueue> logger, string? name = null)
        : this(new QueueClient(account.ConnectionString.Reveal(), name ?? account.Prefix + Usual, Options(network)), name ?? account.Prefix + Usual, logger)
    {
    }

    /// <inheritdoc cref="StorageWorkQueue(StorageAccount.ByConnectionString, ServiceNetwork, ILogger{StorageWorkQueue}, string)"/>
    public StorageWorkQueue(StorageAccount.ByIdentity account, TokenCredential credential, ServiceNetwork network, ILogger<StorageWorkQueue> logger, string? name = null)
        : this(new QueueClient(new Uri(account.Queues.AbsoluteUri.TrimEnd('/') + '/' + (name ?? account.Prefix + Usual)), credential, Options(network)), name ?? account.Prefix + Usual, logger)
    {
    }

    private StorageWorkQueue(QueueClient queue, string name, ILogger logger)
    {
        this.queue = queue;
        this.name = name;
        this.logger = logger;
    }

    /// <summary>The service takes one message a request, so a few requests go at once.</summary>
    public Task Put(IReadOnlyList<DuePointer> pointers, CancellationToken cancellationToken) => Reach(
        async () =>
        {
            await Parallel.ForEachAsync(
                pointers,
                new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
                async (pointer, token) => await queue.SendMessageAsync(pointer.Text, token));
            return true;
        },
        cancellationToken);

    public Task<IReadOnlyList<DueMessage>> Take(int most, Duration lease, CancellationToken cancellationToken) => Reach<IReadOnlyList<DueMessage>>(
        async () =>
        {
            QueueMessage[] received = await queue.ReceiveMessagesAsync(most, lease.ToTimeSpan(), cancellationToken);
            var taken = new List<DueMessage>(received.Length);
            foreach (var message in received)
            {
                if (DuePointer.TryParse(message.MessageText, out var pointer))
                {
                    taken.Add(new(pointer, message.MessageId, message.PopReceipt, message.DequeueCount));
                    continue;
                }

                await Delete(message.MessageId, message.PopReceipt, cancellationToken);
                LogUnknown(logger);
            }

            return taken;
        },
        cancellationToken);

    public Task Done(DueMessage message, CancellationToken cancellationToken) => Reach(
        () => Delete(message.Id, message.Receipt, cancellationToken), cancellationToken);

    private async Task<bool> Delete(string id, string receipt, CancellationToken cancellationToken)
    {
        try
        {
            await queue.DeleteMessageAsync(id, receipt, cancellationToken);
            return true;
        }
        catch (RequestFailedException refused) when (Says(refused, QueueErrorCode.MessageNotFound) || Says(refused, QueueErrorCode.PopReceiptMismatch))
        {
            // Somebody else has taken it since, and may be done with it already.
            return false;
        }
    }

    private async Task<T> Reach<T>(Func<Task<T>> ask, CancellationToken cancellationToken)
    {
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!isThere)
                await queue.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
            isThere = true;
            return await ask();
        }
        catch (RequestFailedException refused)
        {
            // Somebody deleted it: the next one makes it anew, and sweeps fill it.
            if (Says(refused, QueueErrorCode.QueueNotFound))
                isThere = false;
            throw refused.Status is 401 or 403
                ? new WorkQueueUnavailableException($"The storage account does not let the bot into the queue \"{name}\" ({refused.Status} {refused.ErrorCode}).", refused)
                {
                    Advice = "Give the bot's identity the role Storage Queue Data Contributor on the storage account, or check Storage:ConnectionString.",
                }
                : new WorkQueueUnavailableException($"The queue \"{name}\" of the storage account could not be used ({refused.Status} {refused.ErrorCode}).", refused);
        }
        catch (Exception problem) when (!cancellationToken.IsCancellationRequested)
        {
            throw new WorkQueueUnavailableException($"The queue \"{name}\" of the storage account is out of reach.", problem) { Advice = "Does its address in Storage hold, and may this machine reach it?" };
        }
    }

    private static bool Says(RequestFailedException refused, QueueErrorCode code) => refused.ErrorCode is { } said && said == code;

    private static QueueClientOptions Options(ServiceNetwork network) => new()
    {
        Transport = network.Transport(),

        // Whoever asks waits and asks again by themselves.
        Retry = { MaxRetries = 2, NetworkTimeout = TimeSpan.FromSeconds(15) },
    };

    [LoggerMessage(Level = LogLevel.Warning, Message = "A message in the queue was of nobody that this bot knows, and was removed.")]
    private static partial void LogUnknown(ILogger logger);
}
