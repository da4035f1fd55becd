using MentorBot.Adapters.AzureStorage;
using MentorBot.Storage.Due;
using MentorBot.Storage.Rows;
using NodaTime;

namespace MentorBot.Doctoring;

/// <summary>
/// The queue in a storage account. Replicas may take from it at the same time: so what is put there points to nothing, and whoever
/// takes it finds it done; and what is taken here and is not the doctor's is back after a second.
/// </summary>
internal sealed class QueueCheck(StorageAccount account, Func<IWorkQueue> queue, IClock clock) : ICheck
{
    private static readonly Duration Shortest = Duration.FromSeconds(1);

    public string What => "queue";

    public IEnumerable<string> Needs => account is StorageAccount.ByIdentity ? [TokenCheck.Storage] : [TablesCheck.Name];

    public async Task<Diagnosis> Look(CancellationToken cancellationToken)
    {
        var nothing = new Partition(Table.Due, "doctor");
        var pointer = new DuePointer(nothing, DuePointers.KeyOf(nothing, clock.GetCurrentInstant()));
        await queue().Put([pointer], cancellationToken);
        var taken = await queue().Take(1, Shortest, cancellationToken);
        foreach (var message in taken.Where(message => message.Due == pointer))
            await queue().Done(message, cancellationToken);
        return new Diagnosis.Fine(taken.Count > 0 ? "a message was put, and one taken." : "a message was put; to take one was allowed, and a bot that runs had it already.");
    }
}
