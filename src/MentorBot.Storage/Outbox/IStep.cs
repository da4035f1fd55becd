namespace MentorBot.Storage.Outbox;

/// <summary>Brings another partition up to date with the one that decided. Made from the state as it is, so that a repetition or an old one changes nothing.</summary>
public interface IStep
{
    /// <summary>The kind of consequence that this carries out.</summary>
    string Kind { get; }

    /// <summary>Whether it is tried for as long as it takes: others are given up after some attempts, for somebody to look at.</summary>
    bool IsNeverGivenUp => false;

    /// <param name="home">Where it was decided: the id of the person or relationship whose rows these are; the tenant for Matching.</param>
    /// <param name="subject">The subject of the consequence.</param>
    Task Run(string home, string subject, CancellationToken cancellationToken);
}
