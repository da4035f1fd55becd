namespace MentorBot.Domain.Pulses;

/// <summary>Cronbach's alpha as it is shown, in tenths; a range at both ends.</summary>
/// <param name="Tenths">From 5, which stands for all below, to 9, which stands for all above.</param>
public readonly record struct ShownAlpha(int Tenths)
{
    private const int LowEnd = 5;
    private const int HighEnd = 9;

    public bool IsLowEnd => Tenths == LowEnd;

    public bool IsHighEnd => Tenths == HighEnd;

    public static ShownAlpha Of(double alpha) => new(Math.Clamp((int)Math.Round(alpha * 10, MidpointRounding.AwayFromZero), LowEnd, HighEnd));
}
