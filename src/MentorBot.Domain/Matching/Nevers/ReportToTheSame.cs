namespace MentorBot.Domain.Matching.Nevers;

/// <summary>Two people who report to the same manager sit at one table every week.</summary>
public sealed class ReportToTheSame : Never
{
    public override bool Forbids(Pairing pairing) =>
        pairing.Asking.Person.Manager is { } manager && pairing.Asked?.Person.Manager == manager;
}
