using System.Collections.Immutable;
using System.Globalization;
using MentorBot.Domain;
using MentorBot.Domain.LearningStories;
using MentorBot.Domain.Relationships;
using MentorBot.Storage.Deciding;
using MentorBot.Storage.Rows;
using MentorBot.Storage.Sealing;

namespace MentorBot.Storage.LearningStories;

/// <summary>Relationships: the row "story". What each wrote lies under the relationship's key, sealed anew with each revision.</summary>
internal sealed class StoryCodec(Sealer sealer, TenantId tenant, RelationshipId id) : IRecordCodec<LearningStory>
{
    public const string Key = "story";

    private const int Schema = 1;
    private const string Mentee = "OfMentee";
    private const string Mentor = "OfMentor";

    private readonly Owner owner = Owner.Relationship(tenant, id.Value);

    public async ValueTask<IReadOnlyDictionary<string, object>> Encode(Partition partition, string key, LearningStory story, CancellationToken cancellationToken)
    {
        var row = new PropertyBag
        {
            { "schema", Schema },
            { "revision", story.Revision },
            { "stage", story.Stage },
            { "until", story.Until },
            { "joint", story.Joint },
        };
        await Add(row, story.OfMentee, Mentee, PlaceIn(partition, key, story.Revision), cancellationToken);
        await Add(row, story.OfMentor, Mentor, PlaceIn(partition, key, story.Revision), cancellationToken);
        return row.Properties;
    }

    public async ValueTask<LearningStory> Decode(Partition partition, Row row, CancellationToken cancellationToken)
    {
        var place = PlaceIn(partition, row.Key, row.Number("revision"));
        return new(
            id,
            row.Number("revision"),
            row.One<StoryStage>("stage"),
            row.MomentIfAny("until"),
            row.Number("joint"),
            await Side(row, Mentee, place, cancellationToken),
            await Side(row, Mentor, place, cancellationToken));
    }

    private async ValueTask Add(PropertyBag row, Side side, string whose, Func<string, SealedPlace> place, CancellationToken cancellationToken)
    {
        row.Add("person" + whose, side.Person.Value);
        row.Add("text" + whose, side.Text);
        row.Add("words" + whose, await sealer.SealIfAny(owner, place("words" + whose), side.Words, cancellationToken));
        row.Add("ready" + whose, side.IsReady);
        row.Add("left" + whose, side.HasLeft);
        row.Add("chosen" + whose, side.Chosen.Select(at => at.ToString(CultureInfo.InvariantCulture)));
        row.Add("fineWith" + whose, side.FineWith);
        row.Add("card" + whose, side.Card);
    }

    private async ValueTask<Side> Side(Row row, string whose, Func<string, SealedPlace> place, CancellationToken cancellationToken) => new(
        new(row.Text("person" + whose)),
        row.Number("text" + whose),
        await sealer.OpenIfAny(owner, place("words" + whose), row, cancellationToken),
        row.Is("ready" + whose),
        row.Is("left" + whose),
        [.. row.Several("chosen" + whose).Select(at => int.Parse(at, CultureInfo.InvariantCulture))],
        row.Number("fineWith" + whose),
        row.Number("card" + whose));

    private static Func<string, SealedPlace> PlaceIn(Partition partition, string key, int revision) => property => new(partition, key, property, revision, Schema);
}
