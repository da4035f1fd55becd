using System.Collections.Immutable;
using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using MentorBot.Domain;
using MentorBot.Domain.Directory;
using MentorBot.Domain.MyData;
using MentorBot.Domain.Profiles;
using MentorBot.Domain.Relationships;
using MentorBot.Flows.Cards;
using MentorBot.Flows.Turns;
using NodaTime;
using NodaTime.Text;

namespace MentorBot.Flows.MyData;

/// <summary>The file that somebody takes along: a page to read, which needs nothing else and runs nothing, and the same for programs.</summary>
public sealed class TakeAlong(IRelationships relationships, IDirectory directory, IProfiles profiles) : ITakeAlong
{
    private const string Style = "body{font:16px/1.5 sans-serif;max-width:44em;margin:2em auto;padding:0 1em}p{white-space:pre-wrap}small{color:#555}";

    public async Task<ReadOnlyMemory<byte>> Write(PersonId person, ImmutableArray<OwnSection> sections, Instant now, CancellationToken cancellationToken)
    {
        var profile = await profiles.Find(person, cancellationToken);
        var zone = await directory.ZoneOf(person, profile, cancellationToken);
        var reader = new Reader(person, zone, Reader.CultureOf(profile?.Locale));
        Reader.Speak(reader.Culture);
        var names = new Dictionary<RelationshipId, string>();
        foreach (var pair in await relationships.Of(person, cancellationToken))
            names[pair.Id] = await directory.NameOf(pair.OtherThan(person), cancellationToken);

        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "my-mentoring.html", Encoding.UTF8.GetBytes(Page(sections, names, reader, now)), now);
            Add(zip, "my-mentoring.json", Json(sections, names, now), now);
        }

        return file.ToArray();
    }

    private static void Add(ZipArchive zip, string name, byte[] bytes, Instant now)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = now.ToDateTimeOffset();
        using var stream = entry.Open();
        stream.Write(bytes);
    }

    private static string Page(ImmutableArray<OwnSection> sections, Dictionary<RelationshipId, string> names, Reader reader, Instant now)
    {
        var page = new StringBuilder()
            .Append("<!DOCTYPE html><html lang=\"").Append(Escaped(reader.Culture.TwoLetterISOLanguageName)).Append("\"><head><meta charset=\"utf-8\">")
            .Append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">")
            .Append("<title>").Append(Escaped(MyDataText.FileTitle)).Append("</title><style>").Append(Style).Append("</style></head><body>")
            .Append("<h1>").Append(Escaped(MyDataText.FileTitle)).Append("</h1><p>").Append(Escaped(MyDataText.FileMade.With(reader.Moment(now)))).Append("</p>");
        foreach (var name in names.Values.Distinct(StringComparer.Ordinal))
            page.Append("<p>").Append(Escaped(MyDataText.FileWithout.With(name))).Append("</p>");
        foreach (var kind in sections.GroupBy(section => section.Kind))
        {
            page.Append("<h2>").Append(Escaped(OwnWords.Title(kind.Key))).Append("</h2>");
            foreach (var section in kind)
                Append(page, section, names, reader);
        }

        return page.Append("</body></html>").ToString();
    }

    private static void Append(StringBuilder page, OwnSection section, Dictionary<RelationshipId, string> names, Reader reader)
    {
        string?[] line =
        [
            section.With is { } with ? names.GetValueOrDefault(with) : null,
            section.Conversation is { } number ? MyDataText.ConversationNumber.With(number) : null,
            section.At is { } at ? reader.Day(at) : null,
        ];
        page.Append("<h3>").Append(Escaped(string.Join(" · ", line.OfType<string>()))).Append("</h3>");
        foreach (var words in section.Words)
        {
            if (words.Name != "words")
                page.Append("<small>").Append(Escaped(OwnWords.Plain(words.Name))).Append("</small>");
            page.Append("<p>").Append(Escaped(FormText.Show(words.Words)!)).Append("</p>");
        }

        foreach (var value in section.Values)
            page.Append("<small>").Append(Escaped($"{OwnWords.Plain(value.Name)}: {OwnWords.Plain(value.Value)}")).Append("</small><br>");
    }

    /// <summary>Also quotes and apostrophes, so that what somebody wrote is text wherever it stands.</summary>
    private static string Escaped(string text) => WebUtility.HtmlEncode(text);

    private static byte[] Json(ImmutableArray<OwnSection> sections, Dictionary<RelationshipId, string> names, Instant now)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { Indented = true }))
        {
            json.WriteStartObject();
            json.WriteString("made", InstantPattern.ExtendedIso.Format(now));
            json.WriteStartArray("sections");
            foreach (var section in sections)
                Write(json, section, names);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return bytes.ToArray();
    }

    private static void Write(Utf8JsonWriter json, OwnSection section, Dictionary<RelationshipId, string> names)
    {
        json.WriteStartObject();
        json.WriteString("kind", section.Kind.ToString());
        if (section.With is { } with && names.TryGetValue(with, out var name))
            json.WriteString("with", name);
        if (section.Conversation is { } number)
            json.WriteNumber("conversation", number);
        if (section.At is { } at)
            json.WriteString("at", InstantPattern.ExtendedIso.Format(at));
        json.WriteStartArray("words");
        foreach (var words in section.Words)
        {
            json.WriteStartObject();
            json.WriteString("name", words.Name);
            json.WriteString("text", FormText.Show(words.Words));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartObject("values");
        foreach (var value in section.Values)
            json.WriteString(value.Name, value.Value);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
