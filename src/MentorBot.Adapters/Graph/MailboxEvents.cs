using System.Security.Cryptography;
using System.Text;
using MentorBot.Domain;
using Microsoft.Graph.Models;

namespace MentorBot.Adapters.Graph;

/// <summary>The events of one mailbox that are the bot's: each is a person's own, without anybody invited.</summary>
/// <remarks>
/// An event carries a mark that says for which entry it is, and no more: by that it is found again when the answer that named its id was
/// lost. Ids are the usual ones, which change when an event is moved: one that lies among what its owner deleted is not there any more.
/// </remarks>
internal sealed class MailboxEvents(GraphService graph)
{
    /// <summary>Under which marks are kept. Never changed: events in mailboxes have it.</summary>
    private const string MarkId = "String {5d0fd4b1-5b3c-4a53-9a0c-5c8f0a7d3a52} Name MentorBotEntry";

    /// <summary>What stands for an entry in the mailbox: nothing can be read from it, and nobody else's is the same.</summary>
    public static string MarkOf(PersonId person, string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.Unicode.GetBytes($"{person.Value}\n{key}")))[..40];

    /// <summary>Made at most once for a mark and generation, however often it is asked for.</summary>
    /// <returns>Null when there is one already, made from something else.</returns>
    public async Task<Event?> Create(PersonId person, string mark, int generation, Event content, CancellationToken cancellationToken)
    {
        content.TransactionId = $"{mark}-{generation}";
        content.SingleValueExtendedProperties = [new() { Id = MarkId, Value = mark }];
        try
        {
            return await GraphCall.Ask(
                () => graph.Client.Users[person.Value].Events.PostAsync(content, cancellationToken: cancellationToken), cancellationToken);
        }
        catch (GraphRefusedException refused) when (refused.IsDuplicate)
        {
            return null;
        }
    }

    /// <returns>Null when it is no longer there.</returns>
    public async Task<Event?> Change(PersonId person, string id, Event content, CancellationToken cancellationToken)
    {
        try
        {
            return await GraphCall.Ask(
                () => graph.Client.Users[person.Value].Events[id].PatchAsync(content, cancellationToken: cancellationToken), cancellationToken);
        }
        catch (GraphRefusedException refused) when (refused.IsItemNotFound)
        {
            return null;
        }
    }

    /// <summary>Those of an entry, of whatever generation.</summary>
    public async Task<IReadOnlyList<string>> Find(PersonId person, string mark, CancellationToken cancellationToken)
    {
        var found = await GraphCall.Ask(
            () => graph.Client.Users[person.Value].Events.GetAsync(
                request =>
                {
                    request.QueryParameters.Select = ["id"];
                    request.QueryParameters.Filter = $"singleValueExtendedProperties/Any(ep: ep/id eq '{MarkId}' and ep/value eq '{mark}')";
                },
                cancellationToken),
            cancellationToken);
        return [.. (found?.Value ?? []).Select(one => one.Id).OfType<string>()];
    }

    /// <summary>Nobody was invited, so there is nobody to tell.</summary>
    public async Task Delete(PersonId person, string id, CancellationToken cancellationToken)
    {
        try
        {
            await GraphCall.Ask(
                async () =>
                {
                    await graph.Client.Users[person.Value].Events[id].DeleteAsync(cancellationToken: cancellationToken);
                    return true;
                },
                cancellationToken);
        }
        catch (GraphRefusedException refused) when (refused.IsItemNotFound)
        {
            // Gone already.
        }
    }
}
