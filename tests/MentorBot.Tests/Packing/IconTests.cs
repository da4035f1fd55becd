using MentorBot.Packing;
using MentorBot.Tests.Architecture;

namespace MentorBot.Tests.Packing;

/// <summary>What Teams wants of icons. Those of the product itself are in every package that the other tests make.</summary>
public sealed class IconTests : IDisposable
{
    private static readonly (byte, byte, byte, byte) Nothing = (0, 0, 0, 0);
    private static readonly (byte, byte, byte, byte) White = (255, 255, 255, 255);
    private static readonly (byte, byte, byte, byte) FaintWhite = (255, 255, 255, 40);
    private static readonly (byte, byte, byte, byte) FaintestCream = (255, 255, 254, 1);
    private static readonly (byte, byte, byte, byte) Green = (47, 93, 80, 255);

    private readonly PackageFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_full_square_and_two_on_nothing_are_taken()
    {
        folder.Draw("color.png", 192, (_, _) => Green);
        folder.Draw("outline.png", 32, (x, _) => x == 5 ? White : x == 6 ? FaintWhite : Nothing);
        folder.Draw("color32x32.png", 32, (x, _) => x == 5 ? Green : Nothing);

        Assert.Empty(folder.Problems());
    }

    [Theory]
    [InlineData("color", 191)]
    [InlineData("color", 32)]
    [InlineData("outline", 192)]
    [InlineData("outline", 33)]
    [InlineData("color32x32", 31)]
    public void A_wrong_size_is_named(string icon, int size)
    {
        folder.Draw($"{icon}.png", size, (_, _) => White);

        Assert.Contains($"and is {size} by {size}.", Problem(icon), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(254)]
    public void The_large_one_fills_its_square(byte alpha)
    {
        (byte, byte, byte, byte) corner = (47, 93, 80, alpha);
        folder.Draw("color.png", 192, (x, y) => x == 191 && y == 191 ? corner : Green);

        Assert.Equal("must fill its whole square; some of it is transparent.", Problem("color"));
    }

    [Fact]
    public void The_outline_is_white_alone()
    {
        folder.Draw("outline.png", 32, (x, y) => x == 5 && y == 5 ? FaintestCream : x == 6 ? White : Nothing);

        Assert.Equal("may have white and transparent pixels only.", Problem("outline"));
    }

    [Theory]
    [InlineData("outline")]
    [InlineData("color32x32")]
    public void The_small_ones_stand_on_nothing_and_show_something(string icon)
    {
        folder.Draw($"{icon}.png", 32, (_, _) => White);
        Assert.Equal("must have a transparent background.", Problem(icon));

        folder.Draw($"{icon}.png", 32, (_, _) => Nothing);
        Assert.Equal("shows nothing.", Problem(icon));
    }

    [Fact]
    public void Broken_pictures_are_named_and_never_believed()
    {
        var good = File.ReadAllBytes(folder.PathOf("outline.png"));
        byte[] Changed(int at, byte value) => [.. good[..at], value, .. good[(at + 1)..]];

        // No picture, cut short, a chunk or a width beyond all reason, 16 bits, a palette, interlaced.
        foreach (var broken in (byte[][])[[], "GIF89a"u8.ToArray(), good[..8], good[..40], good[..^60], Changed(8, 0x7F), Changed(16, 0x7F), Changed(24, 16), Changed(25, 3), Changed(28, 1)])
        {
            File.WriteAllBytes(folder.PathOf("outline.png"), broken);
            Assert.StartsWith("is no PNG picture that is read here.", Problem("outline"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Each_has_its_source_and_the_command_that_draws_it()
    {
        var icons = Path.Combine(House.Root, "manifest", "icons");
        var command = File.ReadAllText(Path.Combine(icons, "render.sh"));
        var pictures = Directory.GetFiles(TeamsPackage.OwnFolder, "*.png").Select(file => Path.GetFileNameWithoutExtension(file)!).ToList();

        Assert.NotEmpty(pictures);
        Assert.All(pictures, name => Assert.True(File.Exists(Path.Combine(icons, $"{name}.svg"))));
        Assert.All(pictures, name => Assert.Contains($" {name}.svg --output ../{name}.png", command, StringComparison.Ordinal));
    }

    private string Problem(string icon)
    {
        var problem = Assert.Single(folder.Problems());
        Assert.Equal($"icons.{icon}", problem.Field);
        return problem.What;
    }
}
