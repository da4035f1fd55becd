using System.Collections.Immutable;
using System.Globalization;
using MentorBot.Domain;
using MentorBot.Domain.Notices;
using MentorBot.Domain.Pulses;
using MentorBot.Domain.Relationships;
using MentorBot.Flows.Cards;
using MentorBot.Flows.Pulses;
using MentorBot.Flows.Relationships;
using MentorBot.Flows.Tests.Relationships;
using MentorBot.Flows.Turns;
using NodaTime;
using static MentorBot.Flows.Tests.FlowRoom;

namespace MentorBot.Flows.Tests.Pulses;

/// <summary>Seven pairs, Chidi and Ana among them, whom Noor may ask how it is.</summary>
internal sealed class PulseScene : IDisposable
{
    public static readonly PulseId Id = new("0193b0c0d5f87a3e9c1d2e3f40516299");

    /// <summary>What a button about Chidi and Ana carries.</summary>
    public static readonly (string, string)[] Ids = IdsOf(Id);

    /// <summary>A figure of everyone and of each role, no cut by age.</summary>
    public static readonly ShownFigures Figures = new(
        PulseForm.A, new(new(10), new(48), new(3)), new(new(5), new(51), new(3)), new(new(5), new(46), new(2)), null, null, [], null);

    /// <summary>All that can be shown at once.</summary>
    public static readonly ShownFigures AllFigures = new(
        PulseForm.All,
        new(new(40), new(52), new(3)),
        new(new(20), new(60), new(4)),
        new(new(20), new(20), new(2)),
        new(new(20), new(49), new(3)),
        new(new(20), new(55), new(3)),
        [new(53), new(47), new(60), new(20), new(51), new(50)],
        new(9));

    private static readonly (string Mentee, string Mentor)[] Others =
    [
        ("tomas.novak", "eva.meijer"), ("ines.ferreira", "kim.nguyen"), ("robin.vandijk", "sofia.rossi"),
        ("alex.petrov", "maya.friedman"), ("ben.carter", "camila.rocha"), ("rohan.kapoor", "lakshmi.iyer"),
    ];

    public PulseScene()
    {
        Room = Between.Room();
        foreach (var (mentee, mentor) in Others)
            Put(new("with-" + mentee), new(mentee), new(mentor));
    }

    public FlowRoom Room { get; }

    public static (string, string)[] IdsOf(PulseId id) => [(PulseActions.Pulse, id.Value), (RelationshipActions.Relationship, Between.Id.Value)];

    /// <summary>What the form of a new one sends.</summary>
    public static (string, string)[] Plan(PulseForm form = PulseForm.A, string until = "2026-03-16", string who = "everyone", string again = "0") =>
        [("who", who), ("how-much", form.ToString()), ("until", until), ("again", again)];

    /// <summary>What the answering form sends, one value for each statement from the first on.</summary>
    public static (string, string)[] Chosen(PulseForm form, params IEnumerable<int> values) =>
        [.. MentoringIndex.ItemsOf(form).Zip(values, (item, value) => (PulseActions.Statement(item), value.ToString(CultureInfo.InvariantCulture)))];

    public static string Text(Answer answer) => answer switch
    {
        Answer.Becomes becomes => CardAttachment.Json(becomes.Card).ToString(),
        Answer.Posts posts => string.Join('\n', posts.Cards.Select(card => CardAttachment.Json(card).ToString())),
        Answer.Opens opens => Text(opens.Form),
        Answer.Says says => says.Sentence,
        _ => "",
    };

    public static string Text(Form form) => form.Title + CardAttachment.Json(form.Card);

    public void Put(RelationshipId id, PersonId mentee, PersonId mentor) =>
        Room.Relationships[id] = Between.In(Between.Going()) with { Id = id, Mentee = mentee, Mentor = mentor };

    /// <summary>One that is open, with everybody in it.</summary>
    public Pulse Opens(PulseForm form = PulseForm.A, PulseId? id = null, string? group = null, int? weeks = null)
    {
        var now = Room.Clock.GetCurrentInstant();
        var closesAt = now + Duration.FromDays(14) + Duration.FromHours(9);
        ImmutableArray<Relationship> pairs = [.. Room.Relationships.Values];
        var pulse = new Pulse(
            id ?? Id,
            1,
            new(form, group, closesAt.InUtc().Date, weeks),
            Noor,
            now,
            closesAt,
            closesAt + Duration.FromHours(16),
            PulseStage.Open,
            Invited.Of([.. pairs.Select(pair => new InvitedPair(pair.Mentee, pair.Mentor, IsLonger: false))]),
            null);
        Room.Pulses.Put(pulse, [.. pairs.Select(pair => pair.Id)]);
        return pulse;
    }

    /// <summary>Its result has come.</summary>
    public void Closes(ShownFigures? figures, PulseId? id = null)
    {
        Room.Pulses.Close(id ?? Id, figures);
        Room.Clock.Advance(Room.Pulses[id ?? Id].ResultAt - Room.Clock.GetCurrentInstant());
    }

    public Task<Answer> Send(PersonId who, params (string, string)[] chosen) => Room.Submit(who, PulseActions.Send, [.. Ids, .. chosen]);

    public async Task<Mention?> Mention(string kind, PersonId whom)
    {
        Reader.Speak(ReaderOf(whom).Culture);
        return await Room.Routes.Mentions[kind](PulseNotices.About(Id, Between.Id), ReaderOf(whom), default);
    }

    public async Task<NoticeCard?> Notice(string kind, string subject, PersonId whom, Reader? reader = null)
    {
        reader ??= ReaderOf(whom);
        Reader.Speak(reader.Culture);
        return await Room.Routes.Notices[kind](new Notice(kind, "tenant", subject, "1", whom, null), reader, default);
    }

    public void Dispose() => Room.Dispose();
}
