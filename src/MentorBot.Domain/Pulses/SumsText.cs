using System.Collections.Immutable;
using System.Globalization;

namespace MentorBot.Domain.Pulses;

/// <summary>Sums as numbers one after the other, in the order in which they are declared; the form says how many of each there are.</summary>
internal static class SumsText
{
    private const char Between = ' ';

    public static Confidential Write(PulseSums sums)
    {
        List<Int128> numbers =
        [
            sums.People,
            .. sums.PeopleByRole,
            .. sums.PeopleByAge,
            .. sums.Cells.SelectMany(cell => Numbers(cell.Scores).Prepend(cell.People)),
            .. sums.Functions.SelectMany(Numbers),
            .. Numbers(sums.WithFunctions),
            .. Numbers(sums.WithoutFunctions),
            sums.Items.Count,
            .. sums.Items.Sums,
            .. sums.Items.Products,
            .. Numbers(sums.WithAllItems),
        ];
        return Confidential.From(string.Join(Between, numbers.Select(number => number.ToString(CultureInfo.InvariantCulture))))!;
    }

    public static PulseSums Read(PulseForm form, Confidential text)
    {
#pragma warning disable RS0030 // Numbers, not words.
        var numbers = new Queue<Int128>(text.Reveal().Split(Between).Select(number => Int128.Parse(number, CultureInfo.InvariantCulture)));
#pragma warning restore RS0030
        var none = PulseSums.None(form);

        // In the order of the arguments, which is that of writing.
        return new(
            form,
            Next(),
            Several(none.PeopleByRole.Length, Next),
            Several(none.PeopleByAge.Length, Next),
            Several(none.Cells.Length, () => new CellSums(Next(), Scores())),
            Several(none.Functions.Length, Scores),
            Reach(),
            Reach(),
            new(none.Items.Items, Next(), Several(none.Items.Sums.Length, () => (long)numbers.Dequeue()), Several(none.Items.Products.Length, () => (long)numbers.Dequeue())),
            Reach());

        int Next() => (int)numbers.Dequeue();
        ScoreSums Scores() => new(Next(), numbers.Dequeue(), numbers.Dequeue());
        Breadth Reach() => new(Next(), Next(), Next());
    }

    private static IEnumerable<Int128> Numbers(ScoreSums sums) => [sums.Count, sums.Sum, sums.SumOfSquares];

    private static IEnumerable<Int128> Numbers(Breadth breadth) => [breadth.People, breadth.AsMentee, breadth.AsMentor];

    private static ImmutableArray<T> Several<T>(int count, Func<T> one)
    {
        var several = ImmutableArray.CreateBuilder<T>(count);
        for (var at = 0; at < count; at++)
            several.Add(one());
        return several.MoveToImmutable();
    }
}
