namespace MentorBot.Domain.MyData;

/// <summary>Who keeps something of a person that lies neither with them nor with one of their relationships erases it when they are forgotten.</summary>
public interface IForgets
{
    /// <summary>Their key is gone by then. May be repeated.</summary>
    Task Forget(PersonId person, CancellationToken cancellationToken);
}
