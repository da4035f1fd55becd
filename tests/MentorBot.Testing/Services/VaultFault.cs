namespace MentorBot.Testing.Services;

/// <summary>What a <see cref="LocalVault"/> does instead of answering as it should.</summary>
public abstract record VaultFault
{
    private VaultFault()
    {
    }

    /// <param name="RetryAfter">In seconds.</param>
    /// <param name="Code">The inner code of the error, as a vault gives it.</param>
    public sealed record Status(int Number, int? RetryAfter = null, string? Code = null) : VaultFault;

    /// <summary>Takes the request, and says nothing until the other side gives up.</summary>
    public sealed record Stall : VaultFault;

    /// <summary>Does what it was asked, and breaks off before the answer.</summary>
    public sealed record LoseAnswer : VaultFault;

    public sealed record Answer(string Body) : VaultFault;
}
