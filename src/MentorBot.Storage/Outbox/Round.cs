namespace MentorBot.Storage.Outbox;

/// <summary>What a look at a partition came to.</summary>
/// <param name="DidSomething">Something was carried out, so that another look may find more.</param>
/// <param name="Leaves">Something is still to be carried out, later or by somebody else.</param>
public readonly record struct Round(bool DidSomething, bool Leaves)
{
    public static readonly Round Nothing = new(false, false);
    public static readonly Round Worked = new(true, false);
    public static readonly Round Waits = new(false, true);

    public static Round operator +(Round one, Round other) => new(one.DidSomething || other.DidSomething, one.Leaves || other.Leaves);
}
