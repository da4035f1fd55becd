using System.Collections.Immutable;
using System.Globalization;
using MentorBot.Domain.Matching;
using MentorBot.Storage.Rows;

namespace MentorBot.Storage.Requests;

/// <summary>People proposed, as one text: "ana.lima;Theme:30:craft;HasTime:4,ben.carter". Ids are written as in keys, so that no separator is in them.</summary>
internal static class ProposalText
{
    public static string Write(ImmutableArray<Proposal> people) => string.Join(',', people.Select(Write));

    public static ImmutableArray<Proposal> Read(string text) => text.Length == 0 ? [] : [.. text.Split(',').Select(ReadOne)];

    private static string Write(Proposal proposal) => string.Join(';', proposal.Reasons.Select(Write).Prepend(KeyText.Of(proposal.Mentor.Value)));

    private static string Write(Reason reason)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{reason.Kind}:{reason.Points}");
        return reason.About is { } about ? $"{text}:{KeyText.Of(about)}" : text;
    }

    private static Proposal ReadOne(string text)
    {
        var parts = text.Split(';');
        return new(new(KeyText.Back(parts[0])), [.. parts.Skip(1).Select(ReadReason)]);
    }

    private static Reason ReadReason(string text)
    {
        var parts = text.Split(':');
        return new(Enum.Parse<ReasonKind>(parts[0]), int.Parse(parts[1], CultureInfo.InvariantCulture), parts.Length > 2 ? KeyText.Back(parts[2]) : null);
    }
}
