using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MentorBot.Domain;

/// <summary>
/// Words that a person wrote. They travel through the product in this type, so that a log line, a trace, an
/// exception message or a serializer that meets one shows <see cref="Hidden"/> or nothing.
/// </summary>
/// <remarks>
/// <c>Reveal</c> is the only way to the words. It is a banned symbol but in the places that need it: where words are sealed for
/// storage, where their author (or whom the author chose) reads them in a form, and where an author's own mailbox takes what they
/// want to read in it.
/// Not a record, and without public properties: there is nothing for a formatter to find.
/// </remarks>
[JsonConverter(typeof(NothingInJson))]
[DebuggerDisplay(Hidden)]
public sealed class Confidential : IEquatable<Confidential>
{
    public const string Hidden = "(confidential)";

    private readonly string words;

    private Confidential(string words) => this.words = words;

    /// <summary>The words as they were typed; null where nothing but white space was.</summary>
    public static Confidential? From(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : new(typed);

    /// <summary>The words themselves. Only for sealing, for forms, and for what somebody wants in their own mailbox.</summary>
    public string Reveal() => words;

    /// <summary>What stands between blank lines, in its order and as it was written; where there are no blank lines, each line.</summary>
    /// <param name="most">The last one holds the rest.</param>
    public ImmutableArray<Confidential> Passages(int most)
    {
        var text = words.ReplaceLineEndings("\n").Trim('\n');
        var passages = ImmutableArray.CreateBuilder<Confidential>();
        var passage = new List<string>();
        var hasBlanks = text.Split('\n').Any(string.IsNullOrWhiteSpace);
        foreach (var line in text.Split('\n'))
        {
            if (passage.Count > 0 && passages.Count < most - 1 && (!hasBlanks || string.IsNullOrWhiteSpace(line)))
                End();
            if (passage.Count > 0 || !string.IsNullOrWhiteSpace(line))
                passage.Add(line);
        }

        End();
        return passages.ToImmutable();

        void End()
        {
            if (From(string.Join('\n', passage).TrimEnd('\n')) is { } one)
                passages.Add(one);
            passage.Clear();
        }
    }

    public bool Equals(Confidential? other) => other is not null && string.Equals(words, other.words, StringComparison.Ordinal);

    public override bool Equals(object? obj) => Equals(obj as Confidential);

    /// <summary>One value for all: a hash of short words can be searched, and hashes get logged.</summary>
    public override int GetHashCode() => 0;

    public override string ToString() => Hidden;

    private sealed class NothingInJson : JsonConverter<Confidential>
    {
        public override Confidential? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException("Confidential words do not travel as JSON; seal them.");

        public override void Write(Utf8JsonWriter writer, Confidential value, JsonSerializerOptions options) => writer.WriteNullValue();
    }
}
