namespace MentorBot.Domain.Pulses;

/// <summary>A standard deviation as it is shown, in halves of a point; never less than one point, so that being of one mind tells nothing of one.</summary>
/// <param name="Halves">From 2, which stands for all below.</param>
public readonly record struct ShownSpread(int Halves)
{
    private const int Floor = 2;

    public bool IsFloor => Halves == Floor;

    public static ShownSpread Of(double deviation) => new(Math.Max((int)Math.Round(deviation * 2, MidpointRounding.AwayFromZero), Floor));
}
