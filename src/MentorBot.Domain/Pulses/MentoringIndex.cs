using System.Collections.Immutable;
using System.Text.Json;

namespace MentorBot.Domain.Pulses;

/// <summary>
/// The Relational Mentoring Index (Ragins, 2012): 21 statements, each agreed with from 1 to 7, in six functions. The statements are
/// the instrument's own and are shown word for word; see rmi.json for the source.
/// </summary>
public static class MentoringIndex
{
    /// <summary>Strongly disagree.</summary>
    public const int Lowest = 1;

    /// <summary>Strongly agree.</summary>
    public const int Highest = 7;

    public const int Items = 21;

    private static readonly JsonElement Data = Read();

    private static readonly ImmutableArray<string> Statements =
        [.. Enumerable.Range(1, Items).Select(item => Data.GetProperty("items").GetProperty(item.ToString(System.Globalization.CultureInfo.InvariantCulture)).GetString()!)];

    private static readonly ImmutableArray<ImmutableArray<int>> Forms =
        [[.. Enumerable.Range(1, Items)], .. new[] { "A", "B", "C" }.Select(form => Numbers(Data.GetProperty("pulseForms").GetProperty(form)))];

    /// <summary>In the order of the index.</summary>
    public static readonly ImmutableArray<Function> Functions = [.. Data.GetProperty("functions").EnumerateArray().Select(FunctionIn)];

    public static string Source => Data.GetProperty("source").GetString()!;

    /// <param name="item">From 1.</param>
    public static string Statement(int item) => Statements[item - 1];

    /// <summary>The numbers of the statements of a form, in its order.</summary>
    public static ImmutableArray<int> ItemsOf(PulseForm form) => Forms[(int)form];

    private static Function FunctionIn(JsonElement function) => new(
        function.GetProperty("id").GetString()!,
        function.GetProperty("name").GetString()!,
        Numbers(function.GetProperty("items")),
        function.TryGetProperty("subfunctions", out var parts) ? [.. parts.EnumerateArray().Select(FunctionIn)] : []);

    private static ImmutableArray<int> Numbers(JsonElement numbers) => [.. numbers.EnumerateArray().Select(number => number.GetInt32())];

    private static JsonElement Read()
    {
        using var stream = typeof(MentoringIndex).Assembly.GetManifestResourceStream("rmi.json")!;
        using var document = JsonDocument.Parse(stream);
        return document.RootElement.Clone();
    }
}
