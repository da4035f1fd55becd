namespace MentorBot.Packing;

/// <summary>How an icon may be painted.</summary>
/// <param name="Complaint">What is wrong with a picture; null for nothing.</param>
internal sealed record Painting(Func<PngPicture, string?> Complaint)
{
    /// <summary>A full square: Teams cuts its shape out of it.</summary>
    public static readonly Painting Opaque = new(picture =>
        picture.Pixels.All(pixel => pixel.Alpha == byte.MaxValue) ? null : "must fill its whole square; some of it is transparent.");

    public static readonly Painting OnTransparent = new(picture =>
        !picture.Pixels.Any(pixel => pixel.Alpha == 0) ? "must have a transparent background."
        : !picture.Pixels.Any(pixel => pixel.Alpha == byte.MaxValue) ? "shows nothing."
        : null);

    public static readonly Painting WhiteOnTransparent = new(picture =>
        picture.Pixels.Any(pixel => pixel is { Alpha: > 0 } and not { Red: 255, Green: 255, Blue: 255 }) ? "may have white and transparent pixels only."
        : OnTransparent.Complaint(picture));
}
