using MentorBot.Adapters.Identity;

namespace MentorBot.Adapters.AzureStorage;

/// <summary>Which storage account, and how to be let in.</summary>
public abstract record StorageAccount
{
    /// <summary>What the names of tables and queue begin with, so that an account may hold those of several bots: lower-case letters and digits, a letter first.</summary>
    public string Prefix { get; init; } = "mentorbot";

    /// <summary>By the app's identity.</summary>
    /// <param name="Tables">Such as https://account.table.core.windows.net.</param>
    /// <param name="Queues">Such as https://account.queue.core.windows.net.</param>
    public sealed record ByIdentity(Uri Tables, Uri Queues) : StorageAccount;

    /// <summary>By a key or a shared access signature: for Azurite on this machine.</summary>
    public sealed record ByConnectionString(Secret ConnectionString) : StorageAccount;
}
