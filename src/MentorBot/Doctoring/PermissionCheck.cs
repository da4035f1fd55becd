using MentorBot.Adapters.Graph;
using MentorBot.Domain;

namespace MentorBot.Doctoring;

/// <summary>One permission in Microsoft Graph, tried on those who look after the programme, until it is seen to be there.</summary>
internal sealed class PermissionCheck(string what, IReadOnlyList<PersonId> people, Func<PersonId, CancellationToken, Task<GraphTrial>> attempt) : ICheck
{
    public const string People = "User.Read.All";
    public const string Mailbox = "MailboxSettings.Read";
    public const string ReadCalendar = "Calendars.ReadWrite, reading";
    public const string WriteCalendar = "Calendars.ReadWrite, writing";

    public string What => what;

    public IEnumerable<string> Needs => what == People ? [TokenCheck.Graph] : [TokenCheck.Graph, CoordinatorsCheck.Name];

    public async Task<Diagnosis> Look(CancellationToken cancellationToken)
    {
        var refused = new List<string>();
        foreach (var person in people)
            switch (await attempt(person, cancellationToken))
            {
                case GraphTrial.Allowed:
                    return new Diagnosis.Fine(what == People ? "granted." : $"granted; tried on {person.Value}.");
                case GraphTrial.Forbidden forbidden:
                    refused.Add($"{person.Value} ({forbidden.Code})");
                    break;
                case GraphTrial.NoAnswer outage:
                    return new Diagnosis.Failed(outage.Happened, "Try again later.");
            }

        if (refused.Count > 0)
            return new Diagnosis.Failed($"Microsoft Graph refused with 403, tried on {string.Join(", ", refused)}.", Grant);

        // Whom nobody knows, the next check tells.
        return what == People
            ? new Diagnosis.Fine("granted.")
            : new Diagnosis.Failed("none of the coordinators and deputies has a mailbox in Exchange Online to try it on.", "Name at least one who has, in Programme:Coordinators or Programme:Deputies.");
    }

    private string Grant => what switch
    {
        People => "Grant the bot's app the application permission User.Read.All in Microsoft Graph, and consent to it: infra/grant-graph.sh does both.",
        Mailbox => Scoped("Application MailboxSettings.Read"),
        _ => Scoped("Application Calendars.ReadWrite"),
    };

    private static string Scoped(string role) =>
        $"In Exchange, assign the bot the role \"{role}\" with these mailboxes in its scope: infra/grant-exchange.ps1 does it. Exchange RBAC takes up to two hours to be known, and may leave out these mailboxes on purpose.";
}
