using MentorBot.Domain.Profiles;

namespace MentorBot.Flows.Tests;

internal sealed class StatesInMemory : Dictionary<string, string>, IConversationStates
{
    public Task<string?> Find(string key, CancellationToken cancellationToken) => Task.FromResult(this.GetValueOrDefault(key));

    public Task Put(string key, string? json, CancellationToken cancellationToken)
    {
        if (json is null)
            Remove(key);
        else
            this[key] = json;
        return Task.CompletedTask;
    }
}
