using MentorBot.Domain;
using MentorBot.Domain.Directory;
using Microsoft.Graph.Models;
using NodaTime;
using Person = MentorBot.Domain.Directory.Person;

namespace MentorBot.Adapters.Graph;

/// <summary>Tries each permission by itself, by doing what needs it, on one person. Nothing is made or changed.</summary>
public sealed class GraphPermissions(GraphService graph)
{
    /// <summary>No mailbox has an event of this id: that it is not there can only be said to whoever may change events.</summary>
    private const string NoEvent = "AAMkADdoctorAAAA";

    private static readonly Duration OneHour = Duration.FromHours(1);

    private readonly Schedules schedules = new(graph);
    private readonly MailboxEvents events = new(graph);

    /// <summary>User.Read.All: somebody, and whom they report to. Who is at the top reports to nobody.</summary>
    public Task<GraphTrial> ReadPeople(PersonId person, CancellationToken cancellationToken) => Try(person, async () =>
    {
        await Ask(() => graph.Client.Users[person.Value].GetAsync(request => request.QueryParameters.Select = GraphPerson.Fields, cancellationToken), cancellationToken);
        try
        {
            await Ask(() => graph.Client.Users[person.Value].Manager.GetAsync(request => request.QueryParameters.Select = ["id"], cancellationToken), cancellationToken);
        }
        catch (GraphRefusedException refused) when (refused.IsNotFound)
        {
            // At the top.
        }
    });

    /// <summary>MailboxSettings.Read: their zone, hours and language.</summary>
    public Task<GraphTrial> ReadMailbox(PersonId person, CancellationToken cancellationToken) =>
        Try(person, () => Ask(() => graph.Client.Users[person.Value].MailboxSettings.GetAsync(cancellationToken: cancellationToken), cancellationToken));

    /// <summary>Calendars, to be read: when they are busy, in the hour from now.</summary>
    public Task<GraphTrial> ReadCalendar(Person person, Instant now, CancellationToken cancellationToken) =>
        Try(person.Id, async () => await schedules.Of(person.Id, [person], new(now, now + OneHour), cancellationToken));

    /// <summary>Calendars, to be written: an event that is not there is changed.</summary>
    public Task<GraphTrial> WriteCalendar(PersonId person, CancellationToken cancellationToken) => Try(person, async () =>
    {
        try
        {
            await events.Change(person, NoEvent, new Event { IsReminderOn = false }, cancellationToken);
        }
        catch (GraphRefusedException refused) when (refused.Status == 400)
        {
            // An id that cannot be: whoever may not write is turned away before.
        }
    });

    private static Task<T> Ask<T>(Func<Task<T>> ask, CancellationToken cancellationToken) => GraphCall.Ask(ask, cancellationToken);

    private static async Task<GraphTrial> Try(PersonId person, Func<Task> work)
    {
        if (!GraphId.IsOne(person))
            return new GraphTrial.NobodyThere();
        try
        {
            await work();
            return new GraphTrial.Allowed();
        }
        catch (GraphRefusedException refused)
        {
            return refused switch
            {
                { IsForbidden: true } => new GraphTrial.Forbidden(refused.Code),
                { IsNotFound: true } => new GraphTrial.NobodyThere(),
                _ => new GraphTrial.NoAnswer(refused.Message),
            };
        }
        catch (GraphOutageException outage)
        {
            return new GraphTrial.NoAnswer(outage.Message);
        }
    }
}
