namespace MentorBot.Flows.MyData;

/// <summary>Where a file to take along is fetched; the host serves it.</summary>
public interface ITakeAddress
{
    Uri Of(string secret);
}
