namespace MentorBot.Domain.Pulses;

/// <summary>A mean as it is shown, in tenths of a point; at both ends a range, so that agreement of all tells nothing of one.</summary>
/// <param name="Tenths">From 20, which stands for all below, to 60, which stands for all above.</param>
public readonly record struct ShownMean(int Tenths)
{
    private const int LowEnd = 20;
    private const int HighEnd = 60;

    public bool IsLowEnd => Tenths == LowEnd;

    public bool IsHighEnd => Tenths == HighEnd;

    public bool IsRange => IsLowEnd || IsHighEnd;

    public static ShownMean Of(double mean) => new(Math.Clamp((int)Math.Round(mean * 10, MidpointRounding.AwayFromZero), LowEnd, HighEnd));
}
