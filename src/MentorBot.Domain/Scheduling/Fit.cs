namespace MentorBot.Domain.Scheduling;

/// <summary>How a time lies in one person's day.</summary>
/// <param name="HalfHoursOutside">How far it reaches beyond their usual hours; a day's worth at most.</param>
/// <param name="Day">Their own date, counted from some day.</param>
internal readonly record struct Fit(Traits Traits, byte HalfHoursOutside, int Day)
{
    public bool Is(Traits trait) => (Traits & trait) != 0;
}
