using NodaTime;
using NodaTime.Text;

namespace MentorBot.Storage.Sealing;

/// <summary>That somebody's or something's key was erased, and when.</summary>
public sealed record ErasedOwner(Owner Owner, Instant At)
{
    /// <summary>As a line of a list.</summary>
    public string ToLine() => $"{InstantPattern.ExtendedIso.Format(At)} {Owner.Key}";

    /// <summary>Null for a line that <see cref="ToLine"/> does not give.</summary>
    public static ErasedOwner? FromLine(string line) =>
        line.Split(' ') is [var at, var key] && InstantPattern.ExtendedIso.Parse(at) is { Success: true } erased && Owner.Parse(key) is { } owner ? new(owner, erased.Value) : null;
}
