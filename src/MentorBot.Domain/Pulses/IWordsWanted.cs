namespace MentorBot.Domain.Pulses;

/// <summary>Tells a coordinator that somebody would like a word. It lies apart from every check-in, and knows of none.</summary>
public interface IWordsWanted
{
    /// <summary>A <see cref="PulseNotices.Word"/> goes to this contact, whose subject is <see cref="WordWanted.Subject"/>; asked twice, once.</summary>
    Task Ask(WordWanted word, PersonId contact, CancellationToken cancellationToken);
}
