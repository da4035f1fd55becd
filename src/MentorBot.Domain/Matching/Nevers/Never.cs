namespace MentorBot.Domain.Matching.Nevers;

/// <summary>
/// A reason for which two people are never introduced, whoever asks: the bot, the person themselves, or a coordinator. People
/// hear one fixed sentence for all of them, so that nothing can be inferred; the name is for tests and for readers of the code.
/// </summary>
public abstract class Never
{
    public string Name => GetType().Name;

    public abstract bool Forbids(Pairing pairing);
}
