namespace MentorBot.Domain.Matching;

/// <summary>Reads mentors, directory and past pairs as they are now, for decisions that look for somebody.</summary>
public interface IMatchmaker
{
    /// <summary>For a question that is put or answered: the two in the directory. No storage is read.</summary>
    Task<Two> Two(PersonId asking, PersonId asked, CancellationToken cancellationToken);

    /// <summary>For finding somebody among all: reads every mentor.</summary>
    Task<Searching> AmongAll(CancellationToken cancellationToken);
}
