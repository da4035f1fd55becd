using MentorBot.Domain;
using MentorBot.Domain.Closing;
using MentorBot.Storage.Deciding;
using MentorBot.Storage.Rows;

namespace MentorBot.Storage.Closing;

/// <summary>Relationships: the row "closing". Nothing in it is sealed, for nobody wrote a word of it.</summary>
internal sealed class OutlookCodec : IRecordCodec<Outlook>
{
    public const string Key = "closing";

    private const int Schema = 1;

    public ValueTask<IReadOnlyDictionary<string, object>> Encode(Partition partition, string key, Outlook outlook, CancellationToken cancellationToken)
    {
        var row = new PropertyBag { { "schema", Schema }, { "revision", outlook.Revision } };
        if (outlook.Look is { } look)
        {
            row.Add("look", look.Number);
            row.Add("kind", look.Kind);
            row.Add("held", look.Held);
            row.Add("again", look.Again);
            row.Add("until", look.Until);
            row.Add("answered", look.Answered);
            row.Add("by", look.By?.Value);
            row.Add("isOver", look.IsOver);
        }

        if (outlook.Stretch is { } stretch)
        {
            row.Add("stretch", stretch.Number);
            row.Add("stretchBy", stretch.By.Value);
            row.Add("stretchWeeks", stretch.Weeks);
            row.Add("stretchUntil", stretch.Until);
            row.Add("stretchState", stretch.State);
            row.Add("stretchEnds", stretch.Ends);
        }

        if (outlook.Touch is { } touch)
        {
            row.Add("touch", touch.Number);
            row.Add("touchBy", touch.By.Value);
            row.Add("touchDeclined", touch.IsDeclined);
            row.Add("touchUntil", touch.Until);
            row.Add("touchState", touch.State);
        }

        return ValueTask.FromResult(row.Properties);
    }

    public ValueTask<Outlook> Decode(Partition partition, Row row, CancellationToken cancellationToken) => ValueTask.FromResult(new Outlook(
        row.Number("revision"),
        row.MomentIfAny("until") is { } until
            ? new(
                row.Number("look"),
                row.One<LookKind>("kind"),
                row.Number("held"),
                row.Number("again"),
                until,
                row.People("answered"),
                row.TextIfAny("by") is { } by ? new PersonId(by) : null,
                row.Is("isOver"))
            : null,
        row.MomentIfAny("stretchUntil") is { } stretchUntil
            ? new(
                row.Number("stretch"),
                new(row.Text("stretchBy")),
                row.Number("stretchWeeks"),
                stretchUntil,
                row.One<StretchState>("stretchState"),
                row.MomentIfAny("stretchEnds"))
            : null,
        row.MomentIfAny("touchUntil") is { } touchUntil
            ? new(row.Number("touch"), new(row.Text("touchBy")), row.Is("touchDeclined"), touchUntil, row.One<TouchState>("touchState"))
            : null));
}
