using System.Collections.Immutable;
using System.Globalization;
using MentorBot.Domain.Pulses;
using MentorBot.Storage.Deciding;
using MentorBot.Storage.Rows;
using NodaTime.Text;

namespace MentorBot.Storage.Pulses;

/// <summary>A check-in, one row. There is nobody in it but who launched it; its figures are those that everyone is shown.</summary>
internal sealed class PulseCodec : IRecordCodec<Pulse>
{
    public const string Prefix = "pulse-";

    private const int Schema = 1;

    public static string KeyOf(PulseId id) => Prefix + KeyText.Of(id.Value);

    public ValueTask<IReadOnlyDictionary<string, object>> Encode(Partition partition, string key, Pulse pulse, CancellationToken cancellationToken) => ValueTask.FromResult(Properties(pulse));

    public ValueTask<Pulse> Decode(Partition partition, Row row, CancellationToken cancellationToken) => ValueTask.FromResult(Of(row));

    public static IReadOnlyDictionary<string, object> Properties(Pulse pulse)
    {
        var row = new PropertyBag
        {
            { "schema", Schema },
            { "id", pulse.Id.Value },
            { "revision", pulse.Revision },
            { "form", pulse.Plan.Form },
            { "group", pulse.Plan.Group },
            { "closesOn", LocalDatePattern.Iso.Format(pulse.Plan.ClosesOn) },
            { "by", pulse.By.Value },
            { "opened", pulse.Opened },
            { "closesAt", pulse.ClosesAt },
            { "resultAt", pulse.ResultAt },
            { "stage", pulse.Stage },
            { "finest", pulse.Invited.Finest },
            { "invited", pulse.Invited.People },
            { "invitedByRole", Numbers(pulse.Invited.ByRole) },
            { "invitedByAge", Numbers(pulse.Invited.ByAge) },
        };
        if (pulse.Plan.RepeatWeeks is { } weeks)
            row.Add("repeatWeeks", weeks);
        if (pulse.Figures is { } figures)
            Add(row, figures);
        return row.Properties;
    }

    public static Pulse Of(Row row) => new(
        new(row.Text("id")),
        row.Number("revision"),
        new(
            row.One<PulseForm>("form"),
            row.TextIfAny("group"),
            LocalDatePattern.Iso.Parse(row.Text("closesOn")).GetValueOrThrow(),
            row.Properties.ContainsKey("repeatWeeks") ? row.Number("repeatWeeks") : null),
        new(row.Text("by")),
        row.Moment("opened"),
        row.Moment("closesAt"),
        row.Moment("resultAt"),
        row.One<PulseStage>("stage"),
        new(row.One<Level>("finest"), row.Number("invited"), Numbers(row, "invitedByRole"), Numbers(row, "invitedByAge")),
        row.Properties.ContainsKey("everyone") ? Figures(row) : null);

    private static void Add(PropertyBag row, ShownFigures figures)
    {
        AddLine("everyone", figures.Everyone);
        AddLine("mentees", figures.Mentees);
        AddLine("mentors", figures.Mentors);
        AddLine("firstHalfYear", figures.FirstHalfYear);
        AddLine("longer", figures.Longer);
        row.Add("functions", Numbers(figures.Functions.Select(mean => mean.Tenths)));
        if (figures.Alpha is { } alpha)
            row.Add("alpha", alpha.Tenths);

        void AddLine(string name, ShownScore? score)
        {
            if (score is not null)
                row.Add(name, Numbers([score.Number.AtLeast, score.Mean.Tenths, score.Spread.Halves]));
        }
    }

    private static ShownFigures Figures(Row row) => new(
        row.One<PulseForm>("form"),
        Line(row, "everyone")!,
        Line(row, "mentees"),
        Line(row, "mentors"),
        Line(row, "firstHalfYear"),
        Line(row, "longer"),
        [.. Numbers(row, "functions").Select(tenths => new ShownMean(tenths))],
        row.Properties.ContainsKey("alpha") ? new ShownAlpha(row.Number("alpha")) : null);

    private static ShownScore? Line(Row row, string name) =>
        Numbers(row, name) is [var atLeast, var tenths, var halves] ? new(new(atLeast), new(tenths), new(halves)) : null;

    private static IEnumerable<string> Numbers(IEnumerable<int> numbers) => numbers.Select(number => number.ToString(CultureInfo.InvariantCulture));

    private static ImmutableArray<int> Numbers(Row row, string name) => [.. row.Several(name).Select(number => int.Parse(number, CultureInfo.InvariantCulture))];
}
